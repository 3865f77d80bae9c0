/** Texts about garbled text: what they show is meant to be seen as it is. */

const TERMS = /乱码|亂碼|编码|編碼|字符集|字元集|字符编|码表|碼表|mojibake|Unicode|UTF-?8|UTF-?16|GBK|GB ?2312|GB ?18030|Big-?5|ISO-8859/i;

/** Whether a line speaks of encodings, so that damage in it is an example rather than an accident. */
export function isAboutEncoding(line: string): boolean {
  return TERMS.test(line);
}
