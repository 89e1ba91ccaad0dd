"""The argument of an article on Russia's motives in Syria, sentence by sentence.

Alexander Titov's article of September 2015 stands in `seeds/`. Every claim quotes
the words it rests on, verbatim, slips included; what nobody states is `implicit`.
`speaker` says whose claim it is where the author only reports it; an `attributed`
premise is that somebody says so. What the author concedes is an `accepted`
counterpoint, and what bears on nothing has the tag `aside`.
"""

from pathlib import Path
from typing import Any

from argmap import (
    ArgumentMap,
    Claim,
    Contradiction,
    Quotation,
    Source,
    Utterance,
    argued,
    asked,
    headed,
    linked,
    premise,
)
from argmap.formats import source_text

PATH = "../seeds/000_a8c1fb0f76f8c4dd.txt"
AUTHOR = "Alexander Titov"
ARTICLE = Source(
    "article",
    "On Russia's motives in Syria",
    author=AUTHOR,
    date="2015-09",
    path=PATH,
    text=source_text(Path(__file__).parent / PATH),
)
RECOGNISED = [Utterance("Russia", "asserts"), Utterance(AUTHOR, "agrees")]


def claim(claim_id: str, text: str, *words: str, **fields: Any) -> Claim:
    """Return a claim that quotes words of the article."""
    quotations = [Quotation(each, source=ARTICLE) for each in words]
    return Claim(claim_id, text, quotations=quotations, **fields)


# Russia’s military build-up

intensifies = claim(
    "support-intensifies",
    "Evidence is emerging that Russia is significantly intensifying its military"
    " support for the Assad government.",
    "Evidence is emerging of a significant intensification of Russia’s military"
    " support for the Assad government",
)
BUILD_UP = headed(
    "Russia’s military build-up",
    argued(
        intensifies,
        because=[
            linked(
                argued(
                    claim(
                        "airbase",
                        "The available evidence suggests that the Russians are"
                        " preparing an airbase near Latakia for possible airstrikes in"
                        " support of the Syrian army, complete with several hundred"
                        " troops protecting it.",
                        "the available evidence suggests that the Russians are"
                        " preparing an airbase near the city of Latakia for possible"
                        " airstrikes in support of the Syrian army, complete with"
                        " several hundred Russian troops protecting it",
                    ),
                    against=[
                        linked(
                            claim(
                                "purpose-obscure",
                                "The exact scale and purpose of Russia's latest"
                                " deployments remain obscure.",
                                "the exact scale and purpose of Russia’s latest"
                                " deployments remain obscure",
                            ),
                            accepted=True,
                        ),
                    ],
                ),
                scheme="sign",
            ),
        ],
    ),
    claim(
        "in-addition",
        "The build-up is in addition to a Russian navy refuelling facility"
        " already in operation in the port of Tartus, and to substantial supplies"
        " of weapons and military advisers, which the Soviet Union and Russia have"
        " been supplying to Syria for decades.",
        "This is in addition to a Russian navy refuelling facility already in"
        " operation in the port of Tartus, and substantial supplies of weapons and"
        " military advisers for the Syrian regime which the Soviet Union and"
        " Russia have been supplying Syria for decades",
        tags=["aside"],
    ),
    argued(
        claim(
            "western-concern",
            "The West is concerned about Vladimir Putin's motives for this military"
            " build-up in Russia's war-torn client state.",
            "Such is the concern in the West at Vladimir Putin’s motives for this"
            " military build-up in Russia’s war-torn client state",
        ),
        because=[
            linked(
                intensifies,
                scheme="cause-to-effect",
            ),
            linked(
                claim(
                    "airspace",
                    "The reports of the build-up prompted the US to put pressure on"
                    " the Greek and Bulgarian governments to close their airspace to"
                    " Russian planes bound for Syria.",
                    "the reports prompted the US to put pressure on the Greek and"
                    " Bulgarian governments to close their airspace to Russian planes"
                    " bound for Syria",
                ),
                scheme="sign",
            ),
        ],
    ),
    id="build-up",
)

# Putin’s motives

breakdown = claim(
    "breakdown",
    "Russia's relations with the West have broken down over the Ukraine crisis.",
    "This interpretation is supported by the logic of a breakdown in Russia’s"
    " relations with the West over the Ukraine crisis",
)
against_terrorism = claim(
    "against-terrorism",
    "Russia supports Assad in order to fight the terrorism that worries it.",
    implicit=True,
)
mend_relations = claim(
    "mend-relations",
    "However improbable it might sound, a greater foothold in Syria could be a way"
    " for Putin to mend his relations with the West, by building a joint anti-IS"
    " coalition.",
    "However improbable this might sound, increasing his foothold in Syria could be a"
    " way for Putin to mend his relations with the West by building a joint anti-IS"
    " coalition",
)
worry = claim(
    "terrorism-worry",
    "Moscow is clearly extremely worried about the rise of radical Islamic terrorism.",
    "it is also clear that Moscow is extremely worried about the rise of radical"
    " Islamic terrorism",
)
insurgency = claim(
    "insurgency-is-terrorism",
    "The extremist insurgency in Syria is part of the terrorism that worries Moscow.",
    implicit=True,
)
only_way = claim(
    "regime-only-way",
    "Maintenance of the current regime, at least for the present, is the only way to"
    " defeat extremist insurgency in Syria.",
    "Russia, which sees maintenance of the current regime, at least for the present,"
    " as the only way to defeat extremist insurgency in Syria",
    speaker="Russia",
)
vulnerable = claim(
    "vulnerable-regions",
    "The North Caucasus and Central Asia are vulnerable to the influence of Islamic"
    " State (IS).",
    "make those regions vulnerable to Islamic State influence",
)
expansion = claim(
    "expansion-of-is",
    "A potential expansion of IS in the Middle East, Europe and the former Soviet"
    " Union (FSU) is one of the biggest security threats to the former Soviet states"
    " of the Moscow-centric CSTO.",
    "Putin, recently confirmed that one the biggest security threats to the former"
    " Soviet states that are members of the Moscow-centric Collective Security Treaty"
    " Organisation (CSTO) is a potential expansion of IS in the Middle East, Europe"
    " and the former Soviet Union (FSU)",
    speaker="Putin",
)
well_founded = claim(
    "well-founded",
    "Putin's concerns about IS are well founded.",
    "His concerns are well founded",
)
coalition_unlikely = claim(
    "coalition-unlikely",
    "A joint anti-IS coalition seems unlikely for now.",
    "This seems unlikely for now",
)
removal = claim(
    "removal-of-assad",
    "Removal of Assad is a non-negotiable condition for the West.",
    "removal of Assad is a non-negotiable condition for the West",
)
removed_or_maintained = claim(
    "removed-or-maintained",
    "Assad cannot be removed and his regime maintained at once.",
    implicit=True,
)
MOTIVES = headed(
    "Putin’s motives",
    asked(
        "What are Putin's motives?",
        argued(
            claim(
                "global-status",
                "Putin clearly wants to confirm Russia's status as a global power"
                " with its own sphere of influence, able to act independently of the"
                " US and not dependent on the approval of Washington.",
                "the Russian president clearly wants to confirm his country’s status"
                " as a global power with its own sphere of influence which is able to"
                " act independently of the US and is not dependent on the approval of"
                " Washington",
            ),
            because=[
                linked(
                    breakdown,
                    scheme="sign",
                ),
            ],
        ),
        against_terrorism,
        claim(
            "leverage",
            "Putin would be mindful that the more Russia can become an indispensable"
            " player in Syria's civil war, and a potential broker of peace there, the"
            " more leverage it could have with the West over other issues, especially"
            " Ukraine and the economic sanctions on Russia.",
            "Putin would also be mindful that the more Russia can become an"
            " indispensable player in Syria’s civil war – and a potential broker of"
            " peace there – the more leverage it could give Russia with the West over"
            " other issues, especially over Ukraine and the economic sanctions imposed"
            " on Russia",
        ),
        mend_relations,
        id="putin-s-motives",
    ),
    argued(
        claim(
            "cold-war",
            "Some observers call this a return of the Cold War.",
            "which led some observers to call a return of the Cold War",
        ),
        because=[
            linked(
                breakdown,
                scheme="cause-to-effect",
            ),
        ],
    ),
    argued(
        against_terrorism,
        because=[
            linked(
                worry,
                insurgency,
                premise(only_way, attributed=True),
                scheme="practical-reasoning",
            ),
        ],
    ),
    argued(
        worry,
        because=[
            linked(
                claim(
                    "chechnya",
                    "Not long ago Russia fought two bloody wars in Chechnya, mostly"
                    " against radical Islamists.",
                    "not long ago Russia fought two bloody wars in Chechnya, mostly"
                    " against radical Islamists",
                ),
                scheme="cause-to-effect",
            ),
        ],
    ),
    argued(
        worry,
        because=[
            linked(
                claim(
                    "muslims-in-poor-regions",
                    "Russia's territory is home to some 17m Muslims, many living in"
                    " its poorest regions in the North Caucasus.",
                    "Its territory is home to some 17m Muslims, many living in its"
                    " poorest regions in the North Caucasus",
                ),
                claim(
                    "caucasus-insurgency",
                    "An Islamic insurgency continues in the North Caucasus and"
                    " bubbles up with periodic bursts of violence.",
                    "where an Islamic insurgency continues and which bubbles up with"
                    " periodic bursts of violence",
                ),
                scheme="cause-to-effect",
            ),
        ],
    ),
    argued(
        worry,
        because=[
            linked(
                claim(
                    "central-asia-risk",
                    "Moscow is aware of the risk of insurgency from predominantly"
                    " Muslim Central Asia, which it counts as part of its sphere of"
                    " influence.",
                    "Moscow is also aware of the risk of insurgency from"
                    " predominantly Muslim Central Asia – which it counts as part of"
                    " its sphere of influence",
                ),
                claim(
                    "central-asia-migrants",
                    "Several million people have migrated from Central Asia to work"
                    " in Russia.",
                    "from where several million have migrated to work in Russia",
                ),
                scheme="cause-to-effect",
            ),
            linked(
                vulnerable,
                scheme="cause-to-effect",
            ),
            linked(
                premise(
                    argued(
                        expansion,
                        because=[
                            argued(
                                well_founded,
                                because=[
                                    linked(
                                        claim(
                                            "halimov",
                                            "The head of the Tajik special forces,"
                                            " Gulmuro Halimov, was reported in June"
                                            " 2015 to have joined IS, a recent"
                                            " high-profile defection.",
                                            "A recent high-profile defection was the"
                                            " head of the Tajik special forces,"
                                            " Gulmuro Halimov, who was reported in"
                                            " June 2015 to have joined IS",
                                        ),
                                        scheme="example",
                                    ),
                                ],
                            ),
                        ],
                    ),
                    attributed=True,
                ),
                scheme="sign",
            ),
        ],
    ),
    argued(
        vulnerable,
        because=[
            linked(
                claim(
                    "history-of-insurgency",
                    "The North Caucasus and Central Asia have a history of insurgency.",
                    "A history of insurgency",
                ),
                claim(
                    "poor-conditions",
                    "Economic conditions in the North Caucasus and Central Asia are"
                    " poor.",
                    "poor economic conditions",
                ),
                scheme="cause-to-effect",
            ),
        ],
    ),
    argued(
        expansion,
        because=[
            linked(
                argued(
                    claim(
                        "is-training",
                        "IS indoctrinates nationals in FSU countries ideologically"
                        " and trains them militarily.",
                        "Putin specifically singled out ideological indoctrination"
                        " and military training of nationals in FSU countries by IS",
                        speaker="Putin",
                    ),
                    because=[
                        well_founded,
                    ],
                ),
                argued(
                    claim(
                        "returning-fighters",
                        "The return home of those whom IS has indoctrinated and"
                        " trained would be a major threat to security.",
                        "said their return home would be a major threat to security",
                        speaker="Putin",
                    ),
                    because=[
                        well_founded,
                    ],
                ),
                scheme="cause-to-effect",
            ),
        ],
    ),
    argued(
        well_founded,
        because=[
            linked(
                claim(
                    "volunteers",
                    "There are an estimated 1,700 volunteers from Russia alone"
                    " fighting with IS.",
                    "there are an estimated 1,700 volunteers from Russia alone"
                    " fighting with IS",
                ),
                claim(
                    "origin-of-volunteers",
                    "The volunteers from Russia come mostly from the North Caucasus"
                    " and Central Asia.",
                    "mostly from the North Caucasus and Central Asia",
                ),
                scheme="sign",
            ),
        ],
    ),
    argued(
        mend_relations,
        because=[
            claim(
                "might-join-forces",
                "If the West is serious about defeating IS, and the Assad regime"
                " survives with Russian and Iranian help, then at some point the West"
                " might have to consider joining forces with Russia against IS.",
                "But if the West is serious about defeating IS and the Assad regime"
                " survives with the Russian and Iranian help, then at some point it"
                " might have to consider joining forces with Russia against IS",
            ),
        ],
        against=[
            linked(
                coalition_unlikely,
                accepted=True,
            ),
        ],
    ),
    argued(
        coalition_unlikely,
        because=[
            linked(
                removal,
                premise(only_way, attributed=True),
                removed_or_maintained,
            ),
        ],
    ),
    id="motives",
)

# Towards an ‘Alawite Israel’?

disagreement = claim(
    "disagreement-on-causes",
    "Russia and the West disagree fundamentally about the causes of the conflict in"
    " Syria.",
    "the fundamental disagreements about the causes of the conflict",
)
popular_will = claim(
    "popular-will",
    "The uprising against Assad was an expression of popular will, within the"
    " framework of the inevitable progress of democracy.",
    "The West saw the uprising against Assad as an expression of popular will within"
    " the framework of the inevitable progress of democracy",
    speaker="The West",
)
more_complex = claim(
    "more-complex",
    "The conflict in Syria was more complex than an uprising of the popular will.",
    "Russia saw the conflict in more complex terms",
    speaker="Russia",
)
diversity = claim(
    "diverse-society",
    "Syrian society is ethnically and religiously diverse.",
    "Russia recognised the nature of the Syrian society with its ethnic and religious"
    " diversity",
    utterances=RECOGNISED,
)
strong_army = claim(
    "strong-army",
    "Syria has a strong army.",
    "a strong army",
    utterances=RECOGNISED,
)
ruling_group = claim(
    "ruling-group",
    "Syria has a close-knit ruling group.",
    "a close-knit ruling group",
    utterances=RECOGNISED,
)
no_swift_demise = claim(
    "no-swift-demise",
    "The swift demise of the Syrian regime was always unlikely.",
    "the swift demise of the Syrian regime was always unlikely",
)
no_victory = claim(
    "no-outright-victory",
    "It seems unlikely that Moscow can hope for an outright victory in Syria's civil"
    " war.",
    "It seems unlikely that Moscow can hope for an outright victory in Syria’s civil"
    " war",
)
long_shot = claim(
    "compromise-long-shot",
    "A political compromise in Syria is at best a long shot.",
    "This, however, is at best a long shot",
)
ALAWITE_ISRAEL_SECTION = headed(
    "Towards an ‘Alawite Israel’?",
    argued(
        claim(
            "must-consider-difference",
            "To properly understand Russia's involvement in Syria, it is necessary to"
            " consider a fundamental difference in Russia's perception of the causes"
            " of the Syrian debacle.",
            "To properly understand Russia’s involvement in Syria it’s necessary to"
            " consider a fundamental difference in Russia’s perception of causes of"
            " the Syrian debacle",
        ),
        because=[
            disagreement,
        ],
    ),
    argued(
        disagreement,
        because=[
            linked(
                premise(popular_will, attributed=True),
                premise(more_complex, attributed=True),
            ),
        ],
    ),
    argued(
        more_complex,
        because=[
            linked(
                diversity,
                strong_army,
                ruling_group,
            ),
        ],
    ),
    argued(no_swift_demise),
    argued(
        no_swift_demise,
        because=[
            linked(
                diversity,
                strong_army,
                ruling_group,
                claim(
                    "regional-rivalries",
                    "There are complex regional rivalries between the Gulf states,"
                    " Turkey and Iran, which is Assad's most staunch supporter.",
                    "a complex regional rivalries between the Gulf states, Turkey and"
                    " Iran – Assad’s most staunch supporter",
                ),
                scheme="cause-to-effect",
            ),
        ],
    ),
    argued(
        disagreement,
        because=[
            linked(
                claim(
                    "stability-first",
                    "The Kremlin has consistently prioritised stability over"
                    " revolutionary change.",
                    "the Kremlin has consistently prioritised stability over"
                    " revolutionary change",
                ),
                argued(
                    claim(
                        "sovereignty-first",
                        "The Kremlin has consistently prioritised sovereign rights"
                        " over humanitarian intervention.",
                        "sovereign rights over humanitarian intervention",
                    ),
                    because=[
                        linked(
                            premise(
                                argued(
                                    claim(
                                        "intervention-made-worse",
                                        "The Western interventionist agenda of"
                                        " democratisation has made the situation in"
                                        " the Middle East worse, from Iraq to Libya"
                                        " and Syria.",
                                        "from the Russian point of view, the Western"
                                        " interventionist agenda of democratisation",
                                        "has made the situation in the Middle East"
                                        " worse – from Iraq to Libya and Syria",
                                        speaker="Russia",
                                    ),
                                    because=[
                                        linked(
                                            claim(
                                                "ignored-conditions",
                                                "The Western interventionist agenda"
                                                " of democratisation ignored local"
                                                " conditions.",
                                                "which ignored local conditions",
                                                speaker="Russia",
                                            ),
                                            scheme="cause-to-effect",
                                        ),
                                    ],
                                ),
                                attributed=True,
                            ),
                            scheme="negative-consequences",
                        ),
                    ],
                ),
            ),
        ],
    ),
    argued(
        claim(
            "compromise",
            "Some kind of political compromise with the moderate opposition is in the"
            " offing.",
            "some kind of political compromise with the moderate opposition is in the"
            " offing",
        ),
        because=[
            linked(
                no_victory,
                scheme="alternatives",
            ),
        ],
        against=[
            linked(
                argued(
                    long_shot,
                    because=[
                        linked(
                            claim(
                                "hostility-to-assad",
                                "There is hostility to Assad in the West.",
                                "the hostility to Assad in the West",
                            ),
                            scheme="cause-to-effect",
                        ),
                        linked(
                            claim(
                                "intensity-of-conflict",
                                "The conflict in Syria is intense.",
                                "the intensity of the conflict in Syria",
                            ),
                            scheme="cause-to-effect",
                        ),
                    ],
                ),
                accepted=True,
                raises="remainder",
            ),
        ],
    ),
    argued(
        claim(
            "survival-of-state",
            "Russia's immediate priority seems to be to ensure the survival of the"
            " Syrian state and military institutions in the areas it can control.",
            "Instead, the immediate priority seems to be to ensure a survival of the"
            " Syrian state and military institutions in the areas it can control",
        ),
        because=[
            linked(
                no_victory,
                long_shot,
                scheme="alternatives",
            ),
        ],
    ),
    claim(
        "alawite-israel",
        "The areas that the Syrian state can control are an “Alawite Israel”.",
        "what one Russian observer called an “Alawite Israel”",
        speaker="A Russian observer",
        tags=["aside"],
    ),
    claim(
        "strip-contains-is",
        "These areas would be a strip of land from the Mediterranean coast to"
        " Damascus, able to at least contain IS with some external support.",
        "a strip of land from the Mediterranean coast to Damascus, able to at"
        " least contain IS with some external support",
        tags=["aside"],
    ),
    id="alawite-israel-section",
)

# The West’s options

more_sanctions = claim(
    "more-sanctions",
    "With more economic sanctions against Russia.",
    "One option would more economic sanctions against Russia",
)
pressure_fails = claim(
    "pressure-fails",
    "More pressure, economic or military, makes things worse.",
    implicit=True,
)
acceptance_unlikely = claim(
    "acceptance-unlikely",
    "The West seems unlikely for now to accept Russia's view.",
    "The last option seems unlikely for now",
)
doubled_support = claim(
    "doubled-support",
    "The likely outcome of more pressure from the West would be a doubling of support"
    " for Assad from Iran and Russia.",
    "The likely outcome would be a doubling of support for Assad from Iran and Russia",
)
mirroring = claim(
    "mirrors-escalation",
    "More pressure from the West would be mirroring Russia's logic of escalation,"
    " aimed at forcing the other side to change its attitudes by creating new facts on"
    " the ground.",
    "This would be mirroring Russia’s logic of escalation aimed at forcing the other"
    " side to change its attitudes by creating new facts on the ground",
)
different_solutions = claim(
    "disagreement-on-solution",
    "Russia and the West disagree fundamentally about the likely solution to the"
    " conflict in Syria.",
    "the fundamental disagreements about the causes of the conflict as well as about"
    " its likely solution",
)
RESPONSE = headed(
    "The West’s options",
    asked(
        "How can the West respond to Russia's latest initiatives?",
        argued(
            more_sanctions,
            because=[
                linked(
                    claim(
                        "dissuade-russia",
                        "More sanctions are meant to dissuade Russia from supporting"
                        " Assad.",
                        "in order to dissuade it from supporting Assad",
                    ),
                    scheme="practical-reasoning",
                ),
            ],
            against=[
                linked(
                    pressure_fails,
                    raises="side-effects",
                ),
            ],
        ),
        argued(
            claim(
                "military-presence",
                "By increasing its military presence, for example by creating no-fly"
                " zones in Syria.",
                "The West could also increase in its military presence, for example"
                " by creating a no-fly zones in Syria",
            ),
            against=[
                pressure_fails,
            ],
        ),
        argued(
            claim(
                "arm-opposition",
                "By increasing its military support for the opposition.",
                "Increasing military support for the opposition is another option",
            ),
            because=[
                linked(
                    argued(
                        claim(
                            "topple-assad",
                            "More support gives hope that the opposition topples"
                            " Assad before IS does.",
                            "it could topple Assad before IS does",
                        ),
                        against=[
                            claim(
                                "unlikely-hope",
                                "The hope that the opposition topples Assad before IS"
                                " does is an unlikely one.",
                                "in the unlikely hope that it could topple Assad"
                                " before IS does",
                            ),
                        ],
                    ),
                    scheme="practical-reasoning",
                ),
            ],
            against=[
                linked(
                    pressure_fails,
                    raises="side-effects",
                ),
            ],
        ),
        argued(
            claim(
                "least-bad-option",
                "By accepting Russia's view that it is unrealistic to get rid of IS"
                " and Assad at the same time, and choosing the least bad option.",
                "Finally, it could accept Russia’s view that it is unrealistic to get"
                " rid of IS and Assad at the same time, and choose the least bad"
                " option",
            ),
            against=[
                linked(
                    acceptance_unlikely,
                    accepted=True,
                ),
            ],
        ),
        id="responses",
    ),
    argued(
        pressure_fails,
        because=[
            linked(
                argued(
                    doubled_support,
                    because=[
                        linked(
                            mirroring,
                            scheme="cause-to-effect",
                        ),
                    ],
                ),
                scheme="negative-consequences",
            ),
            linked(
                argued(
                    claim(
                        "prolonged-war",
                        "The likely outcome of more pressure from the West would be"
                        " the perpetuation of the civil war.",
                        "perpetuating of the civil war",
                    ),
                    because=[
                        linked(
                            mirroring,
                            scheme="cause-to-effect",
                        ),
                    ],
                ),
                scheme="negative-consequences",
            ),
        ],
    ),
    argued(
        acceptance_unlikely,
        because=[
            linked(
                disagreement,
                scheme="cause-to-effect",
            ),
            linked(
                different_solutions,
                scheme="cause-to-effect",
            ),
        ],
    ),
    argued(
        different_solutions,
        because=[
            linked(
                removal,
                premise(only_way, attributed=True),
                removed_or_maintained,
            ),
        ],
    ),
    id="response",
)

# Situation normal: at loggerheads

loggerheads = claim(
    "at-loggerheads",
    "As usual, Russia and the West are at loggerheads.",
    "SITUATION NORMAL: AT LOGGERHEADS",
)
only_outcome = claim(
    "only-positive-outcome",
    "The removal of the chemical weapons sadly remains the only concrete and positive"
    " outcome of Russia's cooperation with the West in the Middle East.",
    "This – sadly – remains the only concrete and positive outcome of Russia’s"
    " cooperation with the West in the Middle East",
)
LOGGERHEADS = headed(
    "Situation normal: at loggerheads",
    argued(
        loggerheads,
        because=[
            coalition_unlikely,
        ],
    ),
    argued(
        loggerheads,
        because=[
            linked(
                pressure_fails,
                acceptance_unlikely,
                claim(
                    "no-other-response",
                    "The West can only press or accept.",
                    implicit=True,
                ),
                scheme="alternatives",
            ),
        ],
    ),
    asked(
        "Is there any cause for optimism?",
        argued(
            claim(
                "little-optimism",
                "There is hardly any cause for optimism.",
                implicit=True,
            ),
            because=[
                loggerheads,
                argued(
                    claim(
                        "only-consolation",
                        "Perhaps the only consolation is that there are no chemical"
                        " weapons left in Syria.",
                        "Perhaps the only consolation is that there are no chemical"
                        " weapons left in Syria",
                    ),
                    because=[
                        linked(
                            claim(
                                "weapons-removed",
                                "Syria's chemical weapons were removed under a joint"
                                " US-Russia plan in 2013.",
                                "Those were removed under a joint US-Russia plan in"
                                " 2013",
                            ),
                            scheme="cause-to-effect",
                        ),
                    ],
                ),
                linked(
                    only_outcome,
                    scheme="sign",
                ),
            ],
        ),
        id="optimism",
    ),
    id="loggerheads",
)


ARGUMENT_MAP = ArgumentMap.of(
    ARTICLE,
    BUILD_UP,
    MOTIVES,
    ALAWITE_ISRAEL_SECTION,
    RESPONSE,
    LOGGERHEADS,
    Contradiction([more_complex, popular_will]),
    title="Russia’s motives in Syria",
    author=AUTHOR,
    thesis=loggerheads,
)
