import { Injectable } from '@nestjs/common';
import { Municipalities, type Municipality, type Section } from '../../../municipalities/index.js';
import { LetterTemplates, printedLetter, type Letter } from '../../../notices/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { drawLetter } from '../../../platform/pdf/index.js';
import { letterOf, type LetterName } from '../../domain/letters/letter-form.js';
import { SAMPLE_ORGANIZATION } from '../../domain/letters/sample-words.js';
import type { ProgramDocument } from '../../domain/program-document.js';
import { Programs } from '../programs.js';
import { letterVocabulary } from './letter-vocabulary.js';

/** 見本: the letters of an edition as they would be issued, to nobody, without a number, and marked on every page. */
@Injectable()
export class LetterSamples {
  constructor(
    private readonly programs: Programs,
    private readonly municipalities: Municipalities,
    private readonly templates: LetterTemplates,
  ) {}

  /** Throws not-found. What is said about the case is invented, the rest is the edition's and the town's. */
  async draw(
    tx: Transaction,
    versionId: string,
    letter: LetterName,
  ): Promise<{ readonly bytes: Buffer; readonly fileName: string }> {
    const { document } = await this.programs.version(tx, versionId);
    const town = await this.municipalities.of(tx);
    const section = await this.municipalities.sectionOf(tx, document.handledBy);
    const { samples, inserts } = letterVocabulary(document, letter);
    const words = await this.templates.render(tx, letterOf(document, letter), samples[0] ?? {}, inserts);
    const sample: Letter = { ...words, ...aroundWords(document, letter, town, section) };
    const sheet = { ...printedLetter(sample, null, tx.today), mark: '見本' };
    return { bytes: await drawLetter(sheet, tx.now), fileName: `見本　${words.title}.pdf` };
  }
}

const CLAIMANT = { title: '会長', name: '見本　花子', lines: ['〒000-0000　見本1番地', SAMPLE_ORGANIZATION] };

/** Addressee, sender and contact; a claim goes the other way. */
function aroundWords(
  document: ProgramDocument,
  letter: LetterName,
  town: Municipality,
  section: Section,
): Omit<Letter, 'title' | 'titleNote' | 'blocks'> {
  const common = {
    ...{ kind: letter, formLabel: letterOf(document, letter).formLabel, numbered: false },
    ...{ subjectKind: 'sample', subjectId: letter, organizationId: null },
  };
  const head = headOf(town);
  if (letter === 'claim') {
    return {
      ...common,
      addressee: { lines: [], organization: '', person: [head.title, head.name].join('　').trim(), honorific: '様' },
      sender: { ...CLAIMANT, seal: 'none' },
      contact: null,
    };
  }
  return {
    ...common,
    addressee: {
      lines: ['〒000-0000', '見本1番地'],
      organization: SAMPLE_ORGANIZATION,
      person: '会長　見本　花子',
      honorific: '様',
    },
    sender: { ...head, seal: letter === 'receipt' ? 'none' : document.letters.decision.seal },
    contact: {
      section: `${town.name}${section.name}${section.unit}`,
      person: null,
      phone: section.phone,
      mail: section.mail,
    },
  };
}

/** While the office of the head is vacant, the 職務代理者 stands for it (地方自治法152条). */
const headOf = ({ headTitle, headName, headVacantActing }: Municipality): { title: string; name: string } =>
  headVacantActing === null ? { title: headTitle, name: headName } : { title: headVacantActing, name: '' };
