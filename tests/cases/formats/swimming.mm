<map version="freeplane 1.9.13">
<node TEXT="The pool should open on Sundays." ID="a" LINK="https://example.org/pool">
  <richcontent TYPE="NOTE"><html><body><p>Asked in council.</p></body></html></richcontent>
  <richcontent TYPE="DETAILS"><html><body><p>On the second of January.</p></body></html></richcontent>
  <node ID="b"><attribute NAME="rel" VALUE="reason"/>
    <node TEXT="Two hundred residents asked for it." ID="c"><icon BUILTIN="flag"/></node>
    <node ID="d"><richcontent TYPE="NODE"><html><body><p>What residents ask for <i>should</i> be done.</p></body></html></richcontent></node>
    <node TEXT="Two hundred are few." ID="e"><icon BUILTIN="flag"/><icon BUILTIN="button_cancel"/><arrowlink DESTINATION="f"/></node>
  </node>
  <node TEXT="Staff is dear." ID="f"><attribute NAME="cost" VALUE="9"/><attribute NAME="rel" VALUE="objection"/><icon BUILTIN="button_ok"/></node>
  <node LOCALIZED_TEXT="It may rain." ID="g"><attribute NAME="rel" VALUE="doubts"/><hook NAME="ExternalObject"/></node>
</node>
</map>
