#include <cjose/header.h>
#include <cjose/jwk.h>
#include <cjose/jws.h>
