/** Clean text that looks damaged: nothing here may be warned about or changed. Our own sentences. */
export const TRAPS: Readonly<Record<string, string>> = {
  'rare characters explained':
    '县志里记着一道老菜，名叫饕餮（tāo tiè）宴，如今已没人会做。\n他是亳(bó)州人，在涪(fú)陵当过三年老师，后来又去了邕(yōng)江边。\n',
  'textbook page': '一、看拼音，写词语。\nchūn tiān（　　）　huā duǒ（　　）\n二、给加点的字注音。\n妈(mā)妈骑着马(mǎ)，骂(mà)麻(má)雀。\n',
  'textbook of polyphones': '长(cháng)江很长，他长(zhǎng)高了。银行(háng)在行(xíng)人道旁。\n',
  japanese:
    '市役所では、新しい防災計画について説明会を開きました。ご意見・ご質問は総務課まで。\nカタカナ語が多いという指摘もあった。ｶﾀｶﾅ\n',
  korean: '시청은 오늘 새로운 방재 계획을 발표했다. 자세한 내용은 홈페이지를 참고하세요.\n',
  latin: 'Café déjà vu — naïve façade, Škoda, Łódź, Ærø, œuvre, “quoted”, Ÿ, Ã is a letter too. São Paulo, Málaga, Zürich.\n',
  russian: 'Город принял новый план. Подробности на сайте.\n',
  code: 'const s = \'a\\u4e2db\';\nif (x?.y ?? z) return `${a}%20b`; // &amp; is fine here\nprintf("%d%%\\n", n);\n',
  links: '详见 https://example.org/search?q=%E4%B8%AD%E6%96%87&page=2 ，或 http://example.org/a.asp?id=1&t=%D6%D0 。\n',
  table: '序号　　单位　　　完成率\n1　　　　甲县　　　98%\n2　　　　乙县　　　95%\n',
  verse: '　　山 行\n远上寒山石径斜\n白云生处有人家\n停车坐爱枫林晚\n霜叶红于二月花\n',
  'rare ideographs': '地铁𬭊站、㵐水河边的䶮公祠、𠮷野家、堃、喆、玥、镕、淼、犇、麤。\n',
  emoji: '今天天气真好☀️，一家人👨‍👩‍👧去爬山🏔️！国旗🇨🇳，❤️‍🔥。\n',
  punctuation: '真的吗？！他愣住了……“怎么会——”话没说完。（笑）“好！”“走！”他们说。什么？？？不会吧！！！\n',
  'hot as a word': '别碰，烫烫的！水还烫，烫得很。驻屯屯田，葺屋葺墙。\n',
  'taiwan prose': '「這件事，」他停了一下，「我們再想想。」里長說：『後天再談。』乾隆年間的古厝，范先生與於小姐住在台北。\n',
  'names and places': '乾县、于谦、钟楚红、沈从文、锺理和、姚发展、后羿、里程碑、余先生、范仲淹。\n',
  'about mojibake':
    '如果你看到“锟斤拷”三个字，多半是编码错了；“烫烫烫”则来自未初始化的内存。把 UTF-8 当作 GBK 读，“中国”会变成“涓浗”之类的字。\n',
  'latin in brackets': '世界卫生组织(who)发布指南，记者(he)问道。国内生产总值(GDP)增长，二氧化碳(co)排放下降，人工智能(ai)产业。\n',
  question: '你去不去?去!那好,明天见;记得带伞: 要下雨。A:是。B:否。\n',
  'spaced heading': '通　　知\n目 录\n第 一 章 总 则\n会 议 纪 要\n',
  list: '①加强领导；②落实责任；③强化督查。\n• 一等奖\n• 二等奖\n√ 已完成　× 未完成　★ 重点\n',
  numbers: '全年增长５.2％，达到１２３亿元，同比－3℃，误差±0.5，½杯，№5，℡ 12345，㎡、㎞、㎏。\n',
  'percent signs': '完成率为95%以上，其中30%-40%来自县区，100%达标。100%E的说法。\n',
  minority: 'قانۇن بويىچە، ᠮᠣᠩᠭᠣᠯ، བོད་ཡིག、ꆈꌠꉙ。阿不都热合曼·买买提、古丽娜尔·艾山。\n',
  historical: '康熙乾隆间，髮妻、皇后、后宫、干支、乾坤、若干、饼干、树干、面条、脸面、台风、台灣、鬱闷、蒐集。\n',
  'question marks': '会不会是这样????他不确定。这究竟是谁的责任?谁来负责?(记者追问)\n',
};
