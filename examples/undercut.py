"""An undercut and its reply: to strike a step is not to strike a claim.

That the wall looks red is granted, and so may be that it is red; what the lamp
takes away is only the step from the one to the other (after Pollock 1987).
"""

from argmap import ArgumentMap, Claim, argued, linked

looks_red = Claim("looks-red", "The wall looks red.")
red_lamp = argued(
    Claim("red-lamp", "The wall is lit by a red lamp."),
    against=[Claim("lamp-is-off", "The lamp was off when we looked.")],
)

ARGUMENT_MAP = ArgumentMap.of(
    argued(
        Claim("is-red", "The wall is red."),
        because=[linked(looks_red, scheme="sign", against=[red_lamp])],
    ),
    title="The red wall",
)
