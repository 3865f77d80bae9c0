/** Places and organisations, as far as they tell people of one name apart. Everything here works on folded text. */
import { headEndingAt } from '../article/persons/titles';
import { foldForLookup } from '../language/script';

const LEVELS = '省市州盟县区旗';
/** Not names of places: 我市, 全县, 各区, 该市, 一些市. */
const NOT_NAMES =
  /^(?:我|全|各|本|该|此|某|两|几|多|每|外|城|郊|市|县|省|地|灾|园|校|社|小|山|牧|林|矿|库|辖|特|开发|高新|示范|试验|自治|城市|社|景|新|老|疫|辖|任)$/;
/** How much of an article is read for its place: the date line and the first paragraphs name it. */
const HEAD = 3000;

/** A place with its level: 淮安市; empty when the text names none. The one named most often counts, the first of several. */
export function articlePlace(folded: string): string {
  const counts = new Map<string, number>();
  const head = folded.slice(0, HEAD);
  for (let at = 2; at < head.length; at++) {
    if (!LEVELS.includes(head[at]!)) continue;
    const place = placeEndingAt(head, at);
    if (place) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  let best = '';
  for (const [place, count] of counts) if (count > 1 && count > (counts.get(best) ?? 0)) best = place;
  return best;
}

/** The place that the titles printed in an article name more often than any other; empty where there is none such. */
export function placeOfTitles(titles: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const title of titles) for (const place of new Set(titlePlaces(title))) counts.set(place, (counts.get(place) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const best = [...counts].filter(([, count]) => count === most);
  return best.length === 1 ? best[0]![0] : '';
}

/** Governments from the highest down, as titles without a place name them: 省委书记, 副市长. */
const RANKS: readonly RegExp[] = [
  /^(?:国家|国务院|中央|全国|中共中央|总书记|总理|副总理|委员长)/,
  /^(?:省|自治区)|副?省长$/,
  /^(?:市|州|盟)|副?[市州盟]长$/,
  /^(?:县|区|旗)|副?[县区旗]长$/,
];
const PLACE_RANKS = ['', '省', '市州盟', '县区旗'];

/** True when the office is one of a higher government than the place has: 省委书记 in an article from 淮安市, where he is on a visit. */
export function isFromAbove(title: string, place: string): boolean {
  const office = RANKS.findIndex(rank => rank.test(foldForLookup(title)));
  const own = PLACE_RANKS.findIndex(levels => levels.includes(place.at(-1) ?? ' '));
  return office >= 0 && own >= 0 && office < own;
}

/**
 * Two Han characters before the level, behind a boundary or a higher level: names of three are
 * found by their last two, which tells apart as well.
 */
function placeEndingAt(text: string, at: number): string {
  const name = text.slice(at - 2, at);
  if (
    !/^[\u4e00-\u9fff]{2}$/.test(name) ||
    NOT_NAMES.test(name) ||
    NOT_NAMES.test(name[1]!) ||
    /[我全各本该在到于与和的对了是副]/.test(name)
  )
    return '';
  return name + text[at];
}

/** The places that a title names, folded: 淮安市 of 淮安市委书记; empty for 市委书记 and 常务副市长. */
export function titlePlaces(title: string): string[] {
  const folded = foldForLookup(title);
  const places: string[] = [];
  for (let at = 2; at < folded.length; at++) {
    if (!LEVELS.includes(folded[at]!)) continue;
    const place = placeEndingAt(folded, at);
    if (place) places.push(place);
  }
  return places;
}

const PREFIX = /(?:党组|党委|党工委|常务|专职|执行|第一|原|前|代|副|总|正|首席|新闻|助理|署理|[一二三四]级)$/;
const LONGEST_HEAD = 6;
/** Offices that carry the level of their organisation: 工務局長 belongs to 工務局. */
const LEVELLED = /^(?:副)?([局处厅部院署司科所])长$/;

/** Offices of governments that name no organisation: 市长 belongs to 市政府. */
const GOVERNMENT = /([省市县区州旗镇乡])长$/;
/** Levels that stand alone once the office is taken off: 市领导. */
const LEVEL = /^[省市县区州盟旗镇乡]$/;

/**
 * The organisation that a title belongs to, folded, for grouping: 湛江海关副关长 gives 湛江海关, 市委副书记、市长 gives
 * 市委, 市长 gives 市政府, 俄罗斯总统 gives 俄罗斯.
 * @returns an empty text for a title that names none
 */
export function organisationOf(title: string): string {
  const first = foldForLookup(title).split(/[、(]/)[0]!;
  const government = GOVERNMENT.exec(first);
  if (government) {
    // 青港市副市长: the level stands there already.
    const place = withoutPrefixes(first.slice(0, government.index));
    return place.endsWith(government[1]!) ? `${place}政府` : `${place}${government[1]}政府`;
  }
  const head = shortestHead(first);
  const stripped = withoutPrefixes(first.slice(0, first.length - head.length));
  const level = LEVELLED.exec(head)?.[1];
  if (level && stripped.length > 1 && !stripped.endsWith(level)) return stripped + level;
  return head !== '' && (stripped.length > 1 || LEVEL.test(stripped)) ? stripped : '';
}

/** 书记 of 市委副书记: what makes the office, without the organisation that longer heads carry. Empty when there is none. */
function shortestHead(title: string): string {
  for (let size = 2; size <= Math.min(LONGEST_HEAD, title.length); size++) {
    const head = headEndingAt(title.slice(-size), size);
    if (head) return head;
  }
  return '';
}

/** 市委|常务副 → 市委. */
function withoutPrefixes(text: string): string {
  let rest = text;
  for (let prefix = PREFIX.exec(rest); prefix; prefix = PREFIX.exec(rest)) rest = rest.slice(0, prefix.index);
  return rest;
}
