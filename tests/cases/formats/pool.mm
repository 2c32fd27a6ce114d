<map version="1.0.1"><node ID="a" TEXT="The pool should open.">
<node ID="b" POSITION="right"><richcontent TYPE="NODE"><html><body><p>People <b>asked</b> for it.</p></body></html></richcontent><icon BUILTIN="button_ok"/></node>
<node ID="c" TEXT="Staff cost doubles."><icon BUILTIN="button_cancel"/><richcontent TYPE="NOTE"><html><body><p>See the budget.</p></body></html></richcontent></node>
</node></map>
