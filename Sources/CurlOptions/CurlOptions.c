#include "CurlOptions.h"
CURLcode curlshim_setopt_long(CURL *h, CURLoption o, long v) { return curl_easy_setopt(h, o, v); }
CURLcode curlshim_setopt_str(CURL *h, CURLoption o, const char *v) { return curl_easy_setopt(h, o, v); }
CURLcode curlshim_setopt_ptr(CURL *h, CURLoption o, const void *v) { return curl_easy_setopt(h, o, v); }
CURLcode curlshim_setopt_cb(CURL *h, CURLoption o, curlshim_data_cb v) { return curl_easy_setopt(h, o, v); }
CURLcode curlshim_getinfo_long(CURL *h, CURLINFO i, long *v) { return curl_easy_getinfo(h, i, v); }
