import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import { Municipalities } from '../../../municipalities/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { drawForm, type FormSheet } from '../../../platform/pdf/index.js';
import type { ProgramVersion } from '../../domain/program-version.js';
import { Programs } from '../programs.js';
import { formSheet } from './form-sheet.js';

export interface BlankForm {
  readonly bytes: Buffer;
  readonly fileName: string;
  /** A draft's form is for its staff alone. */
  readonly published: boolean;
}

/** How many editions' forms are kept drawn: those of the programmes that are open, in an ordinary town. */
const MOST_KEPT = 30;

/** 申請書の用紙: the form of an edition on A4, for those who write by hand. */
@Injectable()
export class BlankForms {
  /** By edition; drawn again when a word of it has changed, such as the end of an extended period. */
  private readonly drawn = new Map<string, { readonly words: string; readonly bytes: Promise<Buffer> }>();

  constructor(
    private readonly programs: Programs,
    private readonly municipalities: Municipalities,
  ) {}

  /** Throws not-found, also for a draft that the actor may not see. */
  async of(tx: Transaction, versionId: string): Promise<BlankForm> {
    const version = await this.programs.version(tx, versionId).catch(hidden);
    const sheet = formSheet({
      document: version.document,
      period: await this.programs.periodOf(tx, version),
      town: await this.municipalities.of(tx),
      section: await this.municipalities.sectionOf(tx, version.document.handledBy),
    });
    return {
      bytes: await this.draw(version, sheet),
      fileName: `${version.document.name}　交付申請書（用紙）.pdf`,
      published: version.state === 'published',
    };
  }

  private draw({ id, publishedAt, changedAt }: ProgramVersion, sheet: FormSheet): Promise<Buffer> {
    const words = JSON.stringify(sheet);
    const known = this.drawn.get(id);
    if (known?.words === words) return known.bytes;
    const bytes = drawForm(sheet, publishedAt ?? changedAt);
    this.drawn.delete(id);
    this.drawn.set(id, { words, bytes });
    const [oldest] = this.drawn.keys();
    if (this.drawn.size > MOST_KEPT && oldest !== undefined) this.drawn.delete(oldest);
    return bytes;
  }
}

/** That there is a draft is no more the public's business than what stands in it. */
function hidden(error: unknown): never {
  throw error instanceof DomainError && error.kind === 'forbidden' ? DomainError.notFound() : error;
}
