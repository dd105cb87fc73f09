"""ordering_list("position"): a list that numbers its members."""


def count_from_0(index, collection):
    return index


def count_from_1(index, collection):
    return index + 1


def count_from_n_factory(start):
    return lambda index, collection: index + start


class OrderingList(list):
    def __init__(self, ordering_attr=None, ordering_func=None, reorder_on_append=False):
        super().__init__()
        self.ordering_attr, self.ordering_func = ordering_attr, ordering_func or count_from_0
        self.reorder_on_append = reorder_on_append

    def _number(self, index):
        setattr(self[index], self.ordering_attr, self.ordering_func(index, self))

    def reorder(self):
        for index in range(len(self)):
            self._number(index)

    _reorder = reorder

    def append(self, entity):
        super().append(entity)
        if self.reorder_on_append or getattr(entity, self.ordering_attr) is None:
            self._number(len(self) - 1)

    def insert(self, index, entity):
        super().insert(index, entity)
        self.reorder()

    def remove(self, entity):
        super().remove(entity)
        self.reorder()

    def pop(self, index=-1):
        entity = super().pop(index)
        self.reorder()
        return entity


def ordering_list(attr, count_from=None, ordering_func=None, reorder_on_append=False):
    if ordering_func is None and count_from is not None:
        ordering_func = count_from_n_factory(count_from)
    return lambda: OrderingList(attr, ordering_func, reorder_on_append)
