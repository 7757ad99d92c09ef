import { Injectable } from '@nestjs/common';
import type { Acknowledgement, ToldRecord } from '../../acknowledgements/index.js';
import { ApplicationDirectory } from '../../applications/index.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { GrantDirectory, LetterFrames } from '../../grants/index.js';
import { LetterTemplates } from '../../notices/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { citedInFull, letterOf, type LetterName, type ToldWords } from '../../programs/index.js';

/** What was told, as its letter names it. */
interface Told {
  readonly toldOn: LocalDate | null;
  readonly receivedNumber: string;
  readonly asOf: LocalDate | null;
}

const LETTER: Readonly<Partial<Record<Acknowledgement['kind'], LetterName>>> = {
  'minor-change': 'minorChange',
  'progress-report': 'progressReport',
  'accident-report': 'accidentReport',
};

/** Composes the letter that answers what was told of a grant, in the form and the words of its edition. */
@Injectable()
export class ToldLetter {
  constructor(
    private readonly grants: GrantDirectory,
    private readonly applications: ApplicationDirectory,
    private readonly frames: LetterFrames,
    private readonly templates: LetterTemplates,
  ) {}

  async compose(
    tx: Transaction,
    grantId: string,
    { kind, recordId, reply, decidedOn }: Acknowledgement,
    { toldOn, receivedNumber, asOf }: Told,
  ): ReturnType<ToldRecord['compose']> {
    const grant = await this.grants.get(tx, grantId);
    const { document, organizationId, organizationName, issuedOn, letterNumber } = grant;
    const { title } = await this.applications.get(tx, grant.applicationId);
    const { frame, ...delivery } = await this.frames.of(tx, grant);
    const name = LETTER[kind];
    if (!name) throw new Error(`no letter of a grant answers ${kind}`);
    const { article } = document.changes;
    const words: ToldWords = {
      ...{ program: grant.programName.replace(/\s+/g, ''), organization: organizationName, project: title },
      ...{ decidedOn: issuedOn ?? '', decisionNumber: letterNumber ?? '' },
      article: article === '' ? document.legalBasis.title : citedInFull(document, article),
      ...{ toldOn: toldOn ?? '', receivedNumber, acceptedOn: decidedOn ?? '', asOf: asOf ?? '' },
      ...{ reply, amount: grant.amountInForce.toString() },
    };
    const source = letterOf(document, name);
    const worded = await this.templates.render(tx, source, words);
    const about = { subjectKind: kind, subjectId: recordId, organizationId };
    return {
      letter: { ...worded, kind, formLabel: source.formLabel, numbered: true, ...frame, ...about },
      ...delivery,
    };
  }
}
