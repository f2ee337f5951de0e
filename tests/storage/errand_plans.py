"""What is read and written of errands, announcements and proposals, for their plans."""

from storage import announcements, errands, proposals
from storage.database import Statement

ERRANDS: dict[str, Statement] = {
    "errands.GET": errands.GET,
    "errands.OF_DOER": errands.OF_DOER,
    "errands.OF_GIVER": errands.OF_GIVER,
    "errands.OF_DOERS": errands.OF_DOERS,
    "errands.IN_POOL": errands.IN_POOL,
    "errands.UNTAKEN": errands.UNTAKEN,
    "errands.LATE": errands.LATE,
    "errands.OF_CLIENTS": errands.OF_CLIENTS,
    "errands.WORDS": errands.WORDS,
    "errands.SET": errands.SET,
    "announcements.GET": announcements.GET,
    "announcements.OF_AUTHORS": announcements.OF_AUTHORS,
    "announcements.TO_READER": announcements.TO_READER,
    "announcements.UNREAD": announcements.UNREAD,
    "announcements.READERS": announcements.READERS,
    "announcements.READ": announcements.READ,
    "announcements.TOLD": announcements.TOLD,
    "proposals.GET": proposals.GET,
    "proposals.OF_AUTHORS": proposals.OF_AUTHORS,
    "proposals.MOVE": proposals.MOVE,
    "proposals.SET_KIND": proposals.SET_KIND,
}
