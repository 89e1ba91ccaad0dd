"""An architecture decision with the objections that were raised against it.

Kept beside the code, the record says not only what was decided but what would
have to change for the decision to fall.
"""

from argmap import ArgumentMap, Claim, Section, argued, linked

use_queue = Claim(
    "use-queue", "Orders go through a message queue.", title="ADR 7: queue for orders"
)
peaks = Claim("peaks", "Orders come in peaks of twenty times the usual rate.")
blocking = Claim("blocking", "The shop blocks while the warehouse is slow.")
decouples = Claim(
    "decouples", "A queue lets shop and warehouse work at their own pace."
)
CONTEXT = (peaks, blocking, decouples)

operations = Claim(
    "operations",
    "A queue is one more service to run and watch.",
    speaker="Operations team",
)
managed = Claim("managed", "The provider we have offers a managed queue.")
twice = Claim("twice", "A message may be delivered twice.", speaker="Warehouse team")
idempotent = Claim("idempotent", "Orders carry a number, so a second copy is ignored.")
OBJECTIONS = (operations, managed, twice, idempotent)

ARGUMENT_MAP = ArgumentMap.of(
    argued(
        use_queue,
        because=[linked(*CONTEXT, scheme="practical-reasoning")],
        against=[
            argued(operations, against=[managed]),
            linked(twice, scheme="negative-consequences", against=[idempotent]),
        ],
    ),
    Section("context", "Why change anything?", members=CONTEXT),
    Section("objections", "What speaks against it?", members=OBJECTIONS),
    title="ADR 7: queue for orders",
)
