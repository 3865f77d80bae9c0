/** What the views ask of the collection: officials by organisation, set phrases by field. */
import type { ArticleMention, CollectionOfficial, CollectionSlogan } from '../../../protocol/messages';
import { isChinese } from '../base/localise';
import { ranges } from '../features/entities';
import { sloganTable } from '../slogans/table';
import type { Collection } from '../workspace/collection';
import type { Person } from '../workspace/namesakes';
import { organisationOf } from '../workspace/place';
import * as protocol from './protocol';
import { Turns } from './pieces';
import type { Session } from './session';

/** Handles the requests. Call once, before listening. */
export function registerCollectionRequests(session: Session): void {
  const { connection, collection } = session;
  connection.onRequest(protocol.officials, () =>
    session.guard(async () => ({ groups: await officialGroups(collection, new Turns(session.runtime)) })),
  );
  connection.onRequest(protocol.slogans, () => session.guard(() => ({ groups: sloganGroups(collection) })));
}

async function officialGroups(collection: Collection, turns: Turns): Promise<{ organisation: string; officials: CollectionOfficial[] }[]> {
  const groups = new Map<string, { readonly person: Person; readonly view: CollectionOfficial }[]>();
  for (const key of [...collection.names()]) {
    await turns.offer();
    for (const person of collection.peopleNamed(key)) {
      const named =
        person.titles
          .map(({ title }) => organisationOf(title))
          .filter(Boolean)
          .at(-1) ?? '';
      // 市委 of 淮安市 is 淮安市委; an organisation that carries its place already stays as it is.
      const organisation =
        named === '' || named.includes(person.place)
          ? named
          : person.place.endsWith(named[0]!)
            ? person.place + named.slice(1)
            : `${person.place} ${named}`.trim();
      const view: CollectionOfficial = {
        name: person.name,
        titles: person.titles.map(({ title, date }) => ({ title, ...(date ? { date } : {}) })),
        articles: person.articles.map(({ uri, title, date, official }) => viewArticle(uri, title, date, official.mentions)),
      };
      const group = groups.get(organisation);
      if (group) group.push({ person, view });
      else groups.set(organisation, [{ person, view }]);
    }
  }
  return [...groups]
    .sort(([a], [b]) => compare(a, b))
    .map(([organisation, members]) => ({
      organisation,
      officials: members.sort((a, b) => compare(a.person.key, b.person.key)).map(({ view }) => view),
    }));
}

function sloganGroups(collection: Collection): { field: string; slogans: CollectionSlogan[] }[] {
  const groups = new Map<string, CollectionSlogan[]>();
  for (const { key, text, field, count, articles } of collection.slogans()) {
    const entry = sloganTable().get(key);
    const view: CollectionSlogan = {
      text,
      ...(entry ? { english: entry.english, meaning: isChinese() ? entry.meaning : entry.meaningEnglish } : {}),
      count,
      articles: articles.map(({ uri, title, date, slogan }) => viewArticle(uri, title, date, slogan.mentions)),
    };
    const group = groups.get(field);
    if (group) group.push(view);
    else groups.set(field, [view]);
  }
  return [...groups].sort(([a], [b]) => compare(a, b)).map(([field, slogans]) => ({ field, slogans }));
}

function viewArticle(uri: string, title: string, date: string, mentions: readonly number[]): ArticleMention {
  return {
    uri,
    title,
    ...(date ? { date } : {}),
    mentions: mentions.length / 4,
    range: ranges(mentions.slice(0, 4))[0] ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  };
}

/** Empty names last. */
function compare(a: string, b: string): number {
  return a === '' ? (b === '' ? 0 : 1) : b === '' ? -1 : a < b ? -1 : a > b ? 1 : 0;
}
