"""The four spaces of the demo."""

from collective.conventions.commands.demo import around
from collective.conventions.commands.demo import city
from collective.conventions.commands.demo import commune
from collective.conventions.commands.demo import communesplone
from collective.conventions.commands.demo import network
from collective.conventions.commands.demo import ouvrir_ma_ville
from collective.conventions.commands.demo import partners
from collective.conventions.commands.demo import people
from collective.conventions.commands.demo.bosa import BOSA
from collective.conventions.commands.demo.digit123 import DIGIT123
from collective.conventions.commands.demo.model import Demo
from collective.conventions.commands.demo.wepulse import WEPULSE
from datetime import date


def demos_on(today: date) -> tuple[Demo, ...]:
    """The spaces as they are made on ``today``."""
    return (
        Demo(
            id="bruxelles",
            title="Ville de Bruxelles",
            description="Les conventions de la Ville.",
            people=people.BRUXELLES,
            partners={
                "ville": partners.VILLE,
                "cirb": partners.CIRB,
                "bosa": partners.BOSA,
                "wetechcare": partners.WETECHCARE,
                **city.PARTNERS,
            },
            agreements=(BOSA, DIGIT123, WEPULSE, *city.OTHERS),
            facts={"kind": "commune", "nis_code": partners.VILLE["nis_code"]},
        ),
        Demo(
            id="hauteville",
            title="Commune de Hauteville",
            description="Les conventions de la Commune.",
            people=people.HAUTEVILLE,
            partners={
                "commune-de-hauteville": partners.HAUTEVILLE,
                "cpas-de-hauteville": partners.CPAS_HAUTEVILLE,
                "uvcw": partners.UVCW,
                "futurocite-asbl": partners.FUTUROCITE,
                **commune.COMMUNE_PARTNERS,
                **around.PARTNERS,
            },
            agreements=(
                communesplone.COMMUNE,
                ouvrir_ma_ville.as_kept_by_the_customer(ouvrir_ma_ville.HAUTEVILLE),
                *commune.OF_THE_COMMUNE,
                *around.around(today),
            ),
            models=(communesplone.OWN_MODEL,),
            facts={"kind": "commune", "nis_code": partners.HAUTEVILLE["nis_code"]},
        ),
        Demo(
            id="cpas-hauteville",
            title="CPAS de Hauteville",
            description="Les conventions du CPAS.",
            people=people.CPAS_HAUTEVILLE,
            partners={
                "commune-de-hauteville": partners.HAUTEVILLE,
                "cpas-de-hauteville": partners.CPAS_HAUTEVILLE,
                "uvcw": partners.UVCW,
                **commune.CPAS_PARTNERS,
            },
            agreements=(communesplone.CPAS, *commune.OF_THE_CPAS),
            facts={
                "kind": "cpas",
                "nis_code": partners.HAUTEVILLE["nis_code"],
                "commune": "hauteville",
            },
        ),
        Demo(
            id="futurocite",
            title="FuturoCité",
            description="Les conventions de l'association.",
            people=people.FUTUROCITE,
            partners={
                "futurocite-asbl": partners.FUTUROCITE,
                "commune-de-hauteville": partners.HAUTEVILLE,
                **network.PARTNERS,
            },
            agreements=(
                ouvrir_ma_ville.HAUTEVILLE,
                ouvrir_ma_ville.VALROND,
                ouvrir_ma_ville.BRUMELLE,
                *network.OTHERS,
            ),
            facts={"kind": "association"},
        ),
    )
