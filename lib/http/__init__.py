"""HTTP status codes and methods."""

__known_modules__ = " cookies cookiejar server "  # not built in: as a module that is not available

from enum import IntEnum, StrEnum

_ROWS = """100 CONTINUE Continue|Request received, please continue
101 SWITCHING_PROTOCOLS Switching_Protocols|Switching to new protocol; obey Upgrade header
102 PROCESSING Processing|
103 EARLY_HINTS Early_Hints|
200 OK OK|Request fulfilled, document follows
201 CREATED Created|Document created, URL follows
202 ACCEPTED Accepted|Request accepted, processing continues off-line
203 NON_AUTHORITATIVE_INFORMATION Non-Authoritative_Information|Request fulfilled from cache
204 NO_CONTENT No_Content|Request fulfilled, nothing follows
205 RESET_CONTENT Reset_Content|Clear input form for further input
206 PARTIAL_CONTENT Partial_Content|Partial content follows
207 MULTI_STATUS Multi-Status|
208 ALREADY_REPORTED Already_Reported|
226 IM_USED IM_Used|
300 MULTIPLE_CHOICES Multiple_Choices|Object has several resources -- see URI list
301 MOVED_PERMANENTLY Moved_Permanently|Object moved permanently -- see URI list
302 FOUND Found|Object moved temporarily -- see URI list
303 SEE_OTHER See_Other|Object moved -- see Method and URL list
304 NOT_MODIFIED Not_Modified|Document has not changed since given time
305 USE_PROXY Use_Proxy|You must use proxy specified in Location to access this resource
307 TEMPORARY_REDIRECT Temporary_Redirect|Object moved temporarily -- see URI list
308 PERMANENT_REDIRECT Permanent_Redirect|Object moved permanently -- see URI list
400 BAD_REQUEST Bad_Request|Bad request syntax or unsupported method
401 UNAUTHORIZED Unauthorized|No permission -- see authorization schemes
402 PAYMENT_REQUIRED Payment_Required|No payment -- see charging schemes
403 FORBIDDEN Forbidden|Request forbidden -- authorization will not help
404 NOT_FOUND Not_Found|Nothing matches the given URI
405 METHOD_NOT_ALLOWED Method_Not_Allowed|Specified method is invalid for this resource
406 NOT_ACCEPTABLE Not_Acceptable|URI not available in preferred format
407 PROXY_AUTHENTICATION_REQUIRED Proxy_Authentication_Required|You must authenticate with this proxy before proceeding
408 REQUEST_TIMEOUT Request_Timeout|Request timed out; try again later
409 CONFLICT Conflict|Request conflict
410 GONE Gone|URI no longer exists and has been permanently removed
411 LENGTH_REQUIRED Length_Required|Client must specify Content-Length
412 PRECONDITION_FAILED Precondition_Failed|Precondition in headers is false
413 REQUEST_ENTITY_TOO_LARGE Request_Entity_Too_Large|Entity is too large
414 REQUEST_URI_TOO_LONG Request-URI_Too_Long|URI is too long
415 UNSUPPORTED_MEDIA_TYPE Unsupported_Media_Type|Entity body in unsupported format
416 REQUESTED_RANGE_NOT_SATISFIABLE Requested_Range_Not_Satisfiable|Cannot satisfy request range
417 EXPECTATION_FAILED Expectation_Failed|Expect condition could not be satisfied
418 IM_A_TEAPOT I'm_a_Teapot|Server refuses to brew coffee because it is a teapot.
421 MISDIRECTED_REQUEST Misdirected_Request|Server is not able to produce a response
422 UNPROCESSABLE_ENTITY Unprocessable_Entity|
423 LOCKED Locked|
424 FAILED_DEPENDENCY Failed_Dependency|
425 TOO_EARLY Too_Early|
426 UPGRADE_REQUIRED Upgrade_Required|
428 PRECONDITION_REQUIRED Precondition_Required|The origin server requires the request to be conditional
429 TOO_MANY_REQUESTS Too_Many_Requests|The user has sent too many requests in a given amount of time ("rate limiting")
431 REQUEST_HEADER_FIELDS_TOO_LARGE Request_Header_Fields_Too_Large|The server is unwilling to process the request because its header fields are too large
451 UNAVAILABLE_FOR_LEGAL_REASONS Unavailable_For_Legal_Reasons|The server is denying access to the resource as a consequence of a legal demand
500 INTERNAL_SERVER_ERROR Internal_Server_Error|Server got itself in trouble
501 NOT_IMPLEMENTED Not_Implemented|Server does not support this operation
502 BAD_GATEWAY Bad_Gateway|Invalid responses from another server/proxy
503 SERVICE_UNAVAILABLE Service_Unavailable|The server cannot process the request due to a high load
504 GATEWAY_TIMEOUT Gateway_Timeout|The gateway server did not receive a timely response
505 HTTP_VERSION_NOT_SUPPORTED HTTP_Version_Not_Supported|Cannot fulfill request
506 VARIANT_ALSO_NEGOTIATES Variant_Also_Negotiates|
507 INSUFFICIENT_STORAGE Insufficient_Storage|
508 LOOP_DETECTED Loop_Detected|
510 NOT_EXTENDED Not_Extended|
511 NETWORK_AUTHENTICATION_REQUIRED Network_Authentication_Required|The client needs to authenticate to gain network access"""
_texts, _members = {}, {}
for _row in _ROWS.split("\n"):
    _words, _description = _row.split("|")
    _number, _name, _phrase = _words.split(" ")
    _members[_name] = int(_number)
    _texts[int(_number)] = (_phrase.replace("_", " "), _description)


class _Status(IntEnum):
    @property
    def phrase(self):
        return _texts[self.value][0]

    @property
    def description(self):
        return _texts[self.value][1]

    @property
    def is_informational(self):
        return 100 <= self <= 199

    @property
    def is_success(self):
        return 200 <= self <= 299

    @property
    def is_redirection(self):
        return 300 <= self <= 399

    @property
    def is_client_error(self):
        return 400 <= self <= 499

    @property
    def is_server_error(self):
        return 500 <= self <= 599


HTTPStatus = _Status("HTTPStatus", _members, module="http")


class HTTPMethod(StrEnum):
    CONNECT = "CONNECT"
    DELETE = "DELETE"
    GET = "GET"
    HEAD = "HEAD"
    OPTIONS = "OPTIONS"
    PATCH = "PATCH"
    POST = "POST"
    PUT = "PUT"
    TRACE = "TRACE"
