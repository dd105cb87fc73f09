import signal
print(signal.SIGTERM, repr(signal.SIGINT), int(signal.SIGKILL), signal.Signals(15).name, signal.SIG_DFL, signal.strsignal(15) is not None, signal.SIGUSR1 in signal.valid_signals(), signal.Signals["SIGHUP"].value)
