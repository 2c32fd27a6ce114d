<map version="1.0.1">
<node TEXT="Should the pool open?"><attribute NAME="rel" VALUE="map"/>
<node TEXT="The pool should open on Sundays.">
<node><attribute NAME="rel" VALUE="supports"/>
<node TEXT="Two hundred residents asked for it.">
</node>
<node TEXT="What two hundred residents ask for should be done.">
</node>
<node TEXT="Two hundred are few; &quot;few&quot; means &lt; 1 %."><attribute NAME="rel" VALUE="attacks"/>
</node>
</node>
<node TEXT="Staff cost doubles on Sundays."><attribute NAME="rel" VALUE="attacks"/><richcontent TYPE="NOTE"><html><body><p>See the budget,&#10;page 3.</p></body></html></richcontent>
<node TEXT="Volunteers will staff it."><attribute NAME="rel" VALUE="attacks"/>
</node>
</node>
</node>
</node>
</map>
