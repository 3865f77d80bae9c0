import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ByUnit, type Begins } from '../../../server/src/base/byUnit';
import { UnitSet } from '../../../server/src/base/unitSet';

suite('rules by unit', () => {
  test('leaves out only rules that cannot hold, and keeps their order', () => {
    const characters = fc.constantFrom(...'等的、9a');
    fc.assert(
      fc.property(fc.array(fc.option(fc.array(characters))), characters, (tables, character) => {
        const rules = tables.map((units, order): Begins & { order: number; holds: boolean } => ({
          order,
          holds: units === null || units.includes(character),
          ...(units ? { begins: new UnitSet(units) } : {}),
        }));
        const table = new ByUnit(rules);
        const expected = rules.filter(({ holds }) => holds).map(({ order }) => order);
        for (let times = 0; times < 2; times++)
          assert.deepEqual(
            table.at(character.charCodeAt(0)).map(({ order }) => order),
            expected,
          );
      }),
    );
  });

  test('at the end of a text asks only rules that need no character', () => {
    const end: Begins = {};
    const table = new ByUnit<Begins>([{ begins: new UnitSet(['的']) }, end]);
    assert.deepEqual(table.at(0), [end]);
  });
});
