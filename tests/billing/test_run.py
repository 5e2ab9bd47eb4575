"""Runs: everything that is due is issued once, and one bad convention stops no other."""

from billing.conftest import MONTHLY
from billing.conftest import TODAY
from collective.conventions.billing import numbers
from collective.conventions.billing.balance import parts_of
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.papers import keep_papers
from collective.conventions.billing.plan import plan
from collective.conventions.billing.run import run
from collective.conventions.billing.runs import runs
from collective.conventions.progress import Progress
from datetime import date
from decimal import Decimal
from plone import api
import pytest
import transaction


JULY = date(2026, 7, 1)
START = {"start_rule": "fixed_date", "start_date": date(2025, 10, 15)}


def issued(convention):
    found = [issued_of(part).document for part in parts_of(convention)]
    return sorted(found, key=lambda document: document.number)


class TestPlan:
    def test_c12_the_first_invoice_covers_the_full_months_to_the_semesters_end(
        self, agree, commune
    ):
        convention = agree(commune, **START)
        (planned,) = plan(convention, date(2025, 11, 3), date(2025, 11, 3))
        (line,) = planned.document.lines
        assert (line.quantity, line.unit_price) == (Decimal(2), Decimal("82.00"))
        assert (line.period_start, line.period_end) == (date(2025, 11, 1), date(2025, 12, 31))
        assert planned.document.gross == Decimal("198.44")
        assert planned.findings == ()
        assert "novembre" in line.explanation or "November" in line.explanation

    def test_it_writes_nothing(self, agree, commune, portal):
        convention = agree(commune, **START)
        plan(convention, TODAY, TODAY)
        assert list(convention.objectIds()) == [] and not portal._p_jar._registered_objects

    def test_c11_a_cpas_pays_half_while_its_commune_has_signed(self, agree, commune, cpas):
        agree(commune, start_rule="fixed_date", start_date=date(2026, 3, 1))
        convention = agree(
            cpas, reduction_percent=Decimal(50), **START, reduction_condition="commune_in_force"
        )
        (planned,) = plan(convention, TODAY, TODAY)
        found = [
            (line.period_start.month, line.period_end.month, line.net)
            for line in planned.document.lines
        ]
        assert found == [(11, 2, Decimal("328.00")), (3, 6, Decimal("164.00"))]

    def test_d1_b6_what_costs_nothing_is_not_planned(self, agree, commune):
        for values in ({"monetary": False}, {"free_of_charge": True}):
            assert plan(agree(commune, **START, **values), TODAY, TODAY) == ()


class TestRun:
    def test_what_is_issued_is_not_due_again(self, agree, commune):
        convention = agree(commune, **START)
        first = run(TODAY, TODAY)
        assert (first.issued, first.failures, first.complete) == (("2026-0001",), (), True)
        assert run(TODAY, TODAY).issued == ()
        assert run(JULY, JULY).issued == ("2026-0002",)
        documents = issued(convention)
        assert [document.period_start for document in documents] == [date(2025, 11, 1), JULY]
        assert [document.net for document in documents] == [Decimal("656.00"), Decimal("492.00")]

    def test_c12_months_beyond_the_end_are_credited(self, agree, commune):
        convention = agree(commune, **START)
        run(TODAY, TODAY)
        convention.termination_date = date(2026, 3, 31)
        transaction.commit()
        assert run(TODAY, TODAY).issued == ("NC-2026-0001",)
        _invoice, note = issued(convention)
        assert (note.kind, note.net, note.credits.number) == (
            "credit_note",
            Decimal("246.00"),
            "2026-0001",
        )
        assert run(TODAY, TODAY).issued == ()

    def test_one_bad_convention_stops_no_other_and_takes_no_number(self, agree, commune, portal):
        agree(commune, title="A", **START)
        agree(commune, title="B", buyer_reference=None, **START)
        agree(commune, title="C", **START)
        done = run(TODAY, TODAY)
        assert done.issued == ("2026-0001", "2026-0002")
        (failure,) = done.failures
        assert failure.about.startswith("B (/") and "Hauteville" in failure.why
        assert [count for _series, count in numbers.counts(portal.getPhysicalRoot())] == [2]

    def test_nothing_is_ever_issued_twice_whatever_the_rules_say(self, agree, commune, monkeypatch):
        convention = agree(commune, **START)
        forgetful = "collective.conventions.billing.account.documents_of"
        monkeypatch.setattr(forgetful, lambda parts, by: [])
        done = run(TODAY, TODAY)
        assert done.issued == ("2026-0001",) and len(done.failures) == 1
        assert len(issued(convention)) == 1

    def test_nothing_half_written_is_left_of_it(self, agree, commune):
        bad = agree(commune, buyer_reference=None, **START)
        run(TODAY, TODAY)
        assert list(parts_of(bad)) == []

    def test_it_is_stopped_and_goes_on_where_it_stopped(self, agree, commune):
        for title in "ABC":
            agree(commune, title=title, **START)

        class OneOnly(Progress):
            seen = 0

            @property
            def stopped(self):
                return self.seen > 0

            def done(self, work, about):
                self.seen += 1

        first = run(TODAY, TODAY, OneOnly())
        assert (first.issued, first.complete) == (("2026-0001",), False)
        assert run(TODAY, TODAY).issued == ("2026-0002", "2026-0003")

    def test_it_is_on_record(self, agree, commune):
        agree(commune, **START)
        done = run(TODAY, TODAY, run_id="r1")
        assert runs() == (done,) and done.actor and done.on == TODAY

    def test_only_some_conventions_are_billed(self, agree, commune):
        wanted = agree(commune, title="A", **START)
        other = agree(commune, title="B", **START)
        run(TODAY, TODAY, only=[wanted.UID()])
        assert len(issued(wanted)) == 1 and issued(other) == []

    def test_papers_come_after_and_once(self, agree, commune):
        convention = agree(commune, **START)
        run(TODAY, TODAY)
        assert keep_papers() == (1, ()) and keep_papers() == (0, ())
        (invoice,) = parts_of(convention)
        kept = issued_of(invoice)
        assert kept.files["pdf"].data.startswith(b"%PDF-") and kept.breaks() == ()
        assert api.content.get_state(invoice) == "issued"


class TestIndex:
    def test_no_index_means_no_indexation_and_says_so(self, agree, commune):
        indexed = {
            "prices": [{**MONTHLY, "indexed": True}],
            "index_series": "health_index",
            "index_base_month": date(2025, 9, 1),
        }
        (planned,) = plan(agree(commune, **START, **indexed), TODAY, TODAY)
        assert {line.unit_price for line in planned.document.lines} == {Decimal("82.00")}
        assert "index_missing" in {reason.code for line in planned.reasons for reason in line}


class TestGoingOn:
    def test_a_stopped_run_goes_on_under_its_id(self, agree, commune):
        agree(commune, title="A", buyer_reference=None, **START)
        for title in "BC":
            agree(commune, title=title, **START)

        class Two(Progress):
            seen = 0

            @property
            def stopped(self):
                return self.seen > 1

            def done(self, work, about):
                self.seen += 1

            def failed(self, work, failure):
                self.seen += 1

        first = run(TODAY, TODAY, Two(), run_id="r1", by="anna")
        assert (first.issued, len(first.failures), first.complete) == (("2026-0001",), 1, False)
        second = run(TODAY, TODAY, run_id="r1", by="bob")
        assert (second.issued, second.complete) == (("2026-0001", "2026-0002"), True)
        assert (second.failures, second.actor) == (first.failures, "anna")
        assert runs() == (second,)

    def test_one_that_has_ended_tries_again_what_failed(self, agree, commune):
        bad = agree(commune, title="A", buyer_reference=None, **START)
        run(TODAY, TODAY, run_id="r1")
        bad.buyer_reference = "PO-9"
        transaction.commit()
        again = run(TODAY, TODAY, run_id="r1")
        assert (again.issued, again.failures) == (("2026-0001",), ())

    def test_what_was_issued_is_on_record_although_the_run_was_killed(self, agree, commune):
        for title in "AB":
            agree(commune, title=title, **START)

        class Killed(Progress):
            def done(self, work, about):
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            run(TODAY, TODAY, Killed(), run_id="r1")
        transaction.abort()
        (kept,) = runs()
        assert (kept.issued, kept.complete) == (("2026-0001",), False)
