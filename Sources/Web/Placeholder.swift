import Configuration
import Crypto
import Database
import Hummingbird
import HummingbirdTLS
import Metrics
import NIOSSL

package enum WebPlaceholder {}
