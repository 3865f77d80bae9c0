/** The requests of the views: officials of the collection by organisation, set phrases by field. */
import type { ArticleMention, CollectionOfficial, CollectionSlogan } from '../../../protocol/messages';
import { inReadersLanguage } from '../base/localise';
import { addToGroup } from '../base/groups';
import { firstRange } from '../features/entities';
import { sloganTable } from '../slogans/table';
import type { Collection } from '../workspace/collection';
import type { Person } from '../workspace/namesakes';
import { organisationOf } from '../workspace/place';
import { mentionCount, type Positions } from '../workspace/summary';
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
      const view: CollectionOfficial = {
        name: person.name,
        titles: person.titles.map(({ title, date, left }) => ({
          title,
          ...(date ? { date } : {}),
          ...(left === undefined ? {} : { left }),
        })),
        articles: person.articles.map(({ uri, title, date, official }) => viewArticle(uri, title, date, official.mentions)),
      };
      addToGroup(groups, organisationWithPlace(person), { person, view });
    }
  }
  return [...groups]
    .sort(([a], [b]) => compare(a, b))
    .map(([organisation, members]) => ({
      organisation,
      officials: members.sort((a, b) => compare(a.person.key, b.person.key)).map(({ view }) => view),
    }));
}

/** The person's last organisation with its place: 市委 of 淮安市 is 淮安市委. Empty when no title names one. */
function organisationWithPlace({ titles, place }: Person): string {
  const organisations = titles.map(({ title }) => organisationOf(title)).filter(Boolean);
  const last = organisations.at(-1) ?? '';
  if (last === '' || last.includes(place)) return last;
  return place.endsWith(last[0]!) ? place + last.slice(1) : `${place} ${last}`.trim();
}

function sloganGroups(collection: Collection): { field: string; slogans: CollectionSlogan[] }[] {
  const groups = new Map<string, CollectionSlogan[]>();
  for (const { key, text, field, count, articles } of collection.slogans()) {
    const entry = sloganTable().get(key);
    const view: CollectionSlogan = {
      text,
      ...(entry ? { english: entry.english, meaning: inReadersLanguage(entry.meaning, entry.meaningEnglish) } : {}),
      count,
      articles: articles.map(({ uri, title, date, slogan }) => viewArticle(uri, title, date, slogan.mentions)),
    };
    addToGroup(groups, field, view);
  }
  return [...groups].sort(([a], [b]) => compare(a, b)).map(([field, slogans]) => ({ field, slogans }));
}

function viewArticle(uri: string, title: string, date: string, mentions: Positions): ArticleMention {
  return {
    uri,
    title,
    ...(date ? { date } : {}),
    mentions: mentionCount(mentions),
    range: firstRange(mentions),
  };
}

/** The order of names, empty ones last. */
function compare(a: string, b: string): number {
  return a === '' ? (b === '' ? 0 : 1) : b === '' ? -1 : a < b ? -1 : a > b ? 1 : 0;
}
