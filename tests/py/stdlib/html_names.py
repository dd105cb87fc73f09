import html
from html.entities import *
for s in ['&lt;&#233;&#xe9;&nosuch;&notit;&copy&hellip;&#128;&#0;&#x110000;','&ampx &AMP;&quot &apos; &nbsp;|&alpha;&Alpha;&euro;&#129;&#1;&#xd800;&#13;&#127;&#xfdd0;&#x1fffe;&;&#;&#x;&a&&lt','plain','&eacute&Eacute;x&thetasym;','&#150;&#65','&notin;&notin']: print(repr(html.unescape(s)))
print(html.escape('<a href="x">\'&</a>'),html.escape('"',quote=False), name2codepoint['eacute'], codepoint2name[8364], entitydefs['euro'], entitydefs['amp'], len(name2codepoint))
