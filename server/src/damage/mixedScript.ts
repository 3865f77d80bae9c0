/**
 * Simplified characters in traditional text and the other way round, and over-conversion such as 皇後 for 皇后: `encoding.mixed-script`.
 */
import { t } from '../base/localise';
import { CharacterClass } from '../language/characters';
import { simplifiedTable, traditionalTable } from '../language/script';
import { Stage, type DamageKind } from './kind';
import { lineHint, spanOf, type StylePlace } from './lineHint';

/**
 * Words in which a converter chose the wrong one of several traditional characters, and what is right.
 * Written for this project; each wrong form is no word in any house style.
 */
const OVER_CONVERTED: readonly (readonly [string, string])[] = [
  ['皇後', '皇后'],
  ['太後', '太后'],
  ['王後', '王后'],
  ['幹預', '干預'],
  ['幹涉', '干涉'],
  ['幹擾', '干擾'],
  ['若幹', '若干'],
  ['乾部', '幹部'],
  ['乾預', '干預'],
  ['乾擾', '干擾'],
  ['髮展', '發展'],
  ['髮生', '發生'],
  ['髮現', '發現'],
  ['髮布', '發布'],
  ['髮揮', '發揮'],
  ['頭發', '頭髮'],
  ['理發', '理髮'],
  ['曆史', '歷史'],
  ['經曆', '經歷'],
  ['學曆', '學歷'],
  ['農歷', '農曆'],
  ['日歷', '日曆'],
  ['分鍾', '分鐘'],
  ['鬆樹', '松樹'],
  ['北鬥', '北斗'],
  ['漏鬥', '漏斗'],
  ['山穀', '山谷'],
  ['低穀', '低谷'],
  ['製度', '制度'],
  ['體製', '體制'],
  ['控製', '控制'],
  ['機製', '機制'],
  ['限製', '限制'],
  ['批準', '批准'],
  ['準許', '准許'],
  ['長徵', '長征'],
  ['遠徵', '遠征'],
  ['同誌', '同志'],
  ['誌願', '志願'],
  ['隻有', '只有'],
  ['隻要', '只要'],
  ['係統', '系統'],
  ['體係', '體系'],
  ['關系', '關係'],
  ['方嚮', '方向'],
  ['嚮前', '向前'],
  ['複興', '復興'],
  ['恢複', '恢復'],
  ['復雜', '複雜'],
  ['重復', '重複'],
  ['公裡', '公里'],
  ['公裏', '公里'],
  ['裡程', '里程'],
  ['裏程', '里程'],
  ['詞匯', '詞彙'],
  ['麵對', '面對'],
  ['方麵', '方面'],
  ['全麵', '全面'],
  ['麵積', '面積'],
  ['麵臨', '面臨'],
];

/** The same by the first unit of the wrong form. */
const BY_FIRST = new Map<number, (readonly [string, string])[]>();
for (const pair of OVER_CONVERTED) BY_FIRST.set(pair[0].charCodeAt(0), [...(BY_FIRST.get(pair[0].charCodeAt(0)) ?? []), pair]);

/** Characters that names and places keep, whatever script surrounds them. */
const IN_NAMES = '乾於鍾堃喆昇淼犇鑫甯祿閤藉覆瞭著餘温';
/** How many characters of one script make a line one of that script. */
const DOMINANT = 8;
/** How many of them there must be for each character of the other. */
const STRANGER = 4;

export const mixedScriptKind: DamageKind<Record<string, never>> = {
  id: 'mixed-script',
  codes: ['encoding.mixed-script'],
  stage: Stage.Authoring,
  scope: 'line',
  onRequest: true,
  triggers: CharacterClass.Traditional,

  forward(text) {
    return OVER_CONVERTED.reduce((converted, [wrong, right]) => converted.replaceAll(right, wrong), text);
  },

  find: text => spanOf(placesOf(text)),

  repair(text) {
    const places = placesOf(text);
    return [
      lineHint('encoding.mixed-script', 'mixed-script', text, places, () =>
        t(
          'Simplified and traditional characters mixed: {0}',
          places
            .slice(0, 5)
            .map(place => `${text.slice(place.start, place.end)} → ${place.meant}`)
            .join(', '),
        ),
      ),
    ];
  },
};

function placesOf(text: string): StylePlace[] {
  const { traditional, simplified } = scriptsOf(text);
  if (traditional === 0) return [];
  const places = [...overConverted(text), ...strangers(text, traditional, simplified)].sort((a, b) => a.start - b.start || b.end - a.end);
  return places.filter((place, i) => i === 0 || places[i - 1]!.end <= place.start);
}

/** How many characters of a text are of one script only. */
function scriptsOf(text: string): { readonly traditional: number; readonly simplified: number } {
  const fold = simplifiedTable();
  const unfold = traditionalTable();
  let traditional = 0;
  let simplified = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (fold[unit] !== unit) traditional++;
    else if (unfold[unit] !== unit) simplified++;
  }
  return { traditional, simplified };
}

function overConverted(text: string): StylePlace[] {
  const places: StylePlace[] = [];
  for (let i = 0; i + 1 < text.length; i++) {
    const meant = BY_FIRST.get(text.charCodeAt(i))?.find(([wrong]) => text.startsWith(wrong, i))?.[1];
    if (meant !== undefined) places.push({ start: i, end: i + meant.length, meant });
  }
  return places;
}

/** A few characters of the other script in a line of one; as many of both is a quotation or a table. */
function strangers(text: string, traditional: number, simplified: number): StylePlace[] {
  const fold = simplifiedTable();
  const unfold = traditionalTable();
  const dominates = (many: number, few: number): boolean => many >= DOMINANT && few > 0 && few * STRANGER <= many;
  const table = dominates(traditional, simplified) ? unfold : dominates(simplified, traditional) ? fold : null;
  const places: StylePlace[] = [];
  for (let i = 0; table && i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const isStranger = table === unfold ? fold[unit] === unit && unfold[unit] !== unit : fold[unit] !== unit;
    if (isStranger && !IN_NAMES.includes(text[i]!)) places.push({ start: i, end: i + 1, meant: String.fromCharCode(table[unit]!) });
  }
  return places;
}
