/** What the search for shifted runs and their ranking work with. */
import type { CharacterModel, WordList } from '../../language/language';
import type { MirrorEvidence } from './evidence';
import type { GbkIndex } from './gbkIndex';
import type { Readings } from './readings';

/** What is needed to restore the runs of a document. */
export interface RunContext {
  readonly model: CharacterModel;
  readonly words: WordList;
  readonly readings: Readings;
  readonly index: GbkIndex;
  readonly evidence: MirrorEvidence;
}
