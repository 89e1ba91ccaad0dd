"""An undercut and its reply: to strike a step is not to strike a claim.

That the wall looks red is granted, and so may be that it is red; what the lamp
takes away is only the step from the one to the other (after Pollock 1987).
"""

from argmap import ArgumentMap, Claim, Counterpoint, Inference

looks_red = Claim("looks-red", "The wall looks red.")
is_red = Claim("is-red", "The wall is red.")
red_lamp = Claim("red-lamp", "The wall is lit by a red lamp.")
lamp_is_off = Claim("lamp-is-off", "The lamp was off when we looked.")

perception = Inference([looks_red], conclusion=is_red, scheme="sign")
undercut = Counterpoint([red_lamp], target=perception)
reply = Counterpoint([lamp_is_off], target=red_lamp)

ARGUMENT_MAP = ArgumentMap(
    [looks_red, is_red, red_lamp, lamp_is_off],
    [perception],
    counterpoints=[undercut, reply],
    title="The red wall",
    thesis=is_red,
)
