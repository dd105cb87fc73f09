import structlog, sentry_sdk
sentry_sdk.init(dsn='x')
log = structlog.get_logger(__name__)
log.info('hi', a=1)
structlog.configure(processors=[structlog.processors.X(), structlog.stdlib.add_level])
print('loaded')
