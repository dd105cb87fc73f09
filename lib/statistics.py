"""Means."""


class StatisticsError(ValueError):
    pass


def mean(data):
    data = list(data)
    if not data:
        raise StatisticsError("mean requires at least one data point")
    total = sum(data) / len(data)
    return int(total) if all(isinstance(x, int) for x in data) and total == int(total) else total


fmean = mean


def median(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    half = len(data) // 2
    return data[half] if len(data) % 2 else (data[half - 1] + data[half]) / 2


def mode(data):
    from collections import Counter

    return Counter(data).most_common(1)[0][0]


def pvariance(data):
    data = list(data)
    center = mean(data)
    return sum((x - center) ** 2 for x in data) / len(data)


def variance(data):
    data = list(data)
    return pvariance(data) * len(data) / (len(data) - 1)


def stdev(data):
    return variance(data) ** 0.5


def pstdev(data):
    return pvariance(data) ** 0.5
