"""What repeats on each page of a DOCX file: title, original, page number, mark of a draft."""

from collective.conventions import _
from collective.conventions.documents.rendering.page import original_of
from collective.conventions.documents.rendering.paper import DRAFT
from collective.conventions.documents.rendering.paper import Paper
from collective.conventions.documents.rendering.word.nodes import field
from collective.conventions.documents.rendering.wording import Wording
from collective.conventions.terms.texts.fingerprint import short
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.shared import Mm
from typing import Any
from xml.sax.saxutils import quoteattr
import re


WIDTH = Mm(162)
PAGES = _("Page ${page} of ${pages}")
#: What stands for a number in a sentence → what Word computes in its place.
FIELDS = {"#page#": "PAGE", "#pages#": "NUMPAGES"}
#: A text that is drawn behind the page, as Word itself makes one (ECMA-376-4, 19.1).
MARK = """\
<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
     xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
  <w:rPr><w:noProof/></w:rPr>
  <w:pict>
    <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
        path="m@7,l@8,m@5,21600l@6,21600e">
      <v:formulas>
        <v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>
        <v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>
        <v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>
        <v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>
        <v:f eqn="sum @6 0 @5"/>
      </v:formulas>
      <v:path textpathok="t" o:connecttype="rect"/>
      <v:textpath on="t" fitshape="t"/>
    </v:shapetype>
    <v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" alt={text}
        style="position:absolute;margin-left:0;margin-top:0;width:440pt;height:146pt;rotation:315;\
z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;\
mso-position-vertical:center;mso-position-vertical-relative:margin"
        fillcolor="#d9dde1" stroked="f">
      <v:fill opacity=".5"/>
      <v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt" string={text}/>
    </v:shape>
  </w:pict>
</w:r>"""


def add_frame(document: Any, paper: Paper, say: Wording) -> None:
    """Write the head and the foot of every page."""
    section = document.sections[0]
    above, below = section.header.paragraphs[0], section.footer.paragraphs[0]
    for line in (above, below):
        line.paragraph_format.tab_stops.clear_all()
        line.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    above.add_run("\t".join((paper.author, original_of(paper, say))).rstrip("\t"))
    if paper.draft:
        add_mark(document, say)
    print_of = say.t(_("Fingerprint of the text")) + " " + short(paper.fingerprint)
    told = (paper.title, paper.reference, print_of if paper.fingerprint else "")
    below.add_run(" \u00b7 ".join(filter(None, told)) + "\t")
    _add_numbers(below, say)


def add_mark(document: Any, say: Wording) -> None:
    """Draw the mark of a draft behind every page, in whichever head a section has."""
    for number, section in enumerate(document.sections):
        heads = [section.header]
        heads += [section.first_page_header] if section.different_first_page_header_footer else []
        for head in heads:
            if not head.is_linked_to_previous or not number:
                drawn = parse_xml(MARK.format(text=quoteattr(say.t(DRAFT))))
                head.paragraphs[0]._p.append(drawn)


def _add_numbers(line: Any, say: Wording) -> None:
    """ "Page 2 of 5", both computed by who opens the file."""
    for piece in re.split("(#[a-z]+#)", say.t(PAGES, page="#page#", pages="#pages#")):
        if piece in FIELDS:
            field(line, FIELDS[piece])
        else:
            line.add_run(piece)
