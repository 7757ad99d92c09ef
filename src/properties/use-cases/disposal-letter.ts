import { Injectable } from '@nestjs/common';
import { GrantDirectory, LetterFrames } from '../../grants/index.js';
import { ZERO_YEN } from '../../kernel/yen.js';
import { LetterTemplates, type Inserts, type Letter } from '../../notices/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { citedInFull, keepingTermsOf, letterOf, type DisposalWords } from '../../programs/index.js';
import { DISPOSAL_KIND_LABELS, type Disposal } from '../domain/disposal.js';
import { PropertyItemStore } from '../store/property-item.store.js';
import { PROPERTY_DISPOSAL } from './disposal-subject.js';

export interface ComposedDisposalLetter {
  readonly letter: Letter;
  readonly sectionId: string;
  readonly consentsToElectronicDelivery: boolean;
}

/** Composes 財産処分承認通知書 or 不承認通知書. */
@Injectable()
export class DisposalLetter {
  constructor(
    private readonly grants: GrantDirectory,
    private readonly items: PropertyItemStore,
    private readonly frames: LetterFrames,
    private readonly templates: LetterTemplates,
  ) {}

  async compose(tx: Transaction, disposal: Disposal): Promise<ComposedDisposalLetter> {
    const grant = await this.grants.get(tx, disposal.grantId);
    const item = await this.items.find(tx, disposal.itemId);
    const { document, issuedOn, letterNumber, organizationId } = grant;
    const { propertyArticle, formLabel } = keepingTermsOf(document);
    const { frame, ...delivery } = await this.frames.of(tx, grant);
    const approved = disposal.outcome === 'approved';
    const payBack = disposal.payBack ?? ZERO_YEN;
    const words: DisposalWords = {
      program: disposal.programName.replace(/\s+/g, ''),
      decidedOn: issuedOn ?? '',
      decisionNumber: letterNumber ?? '',
      appliedOn: disposal.appliedOn,
      article: propertyArticle === '' ? document.legalBasis.title : citedInFull(document, propertyArticle),
      item: item.name,
      quantity: item.quantity,
      price: item.price.toString(),
      kind: DISPOSAL_KIND_LABELS[disposal.kind],
      plannedOn: disposal.plannedOn,
      proceeds: disposal.proceeds.toString(),
      payBack: payBack > ZERO_YEN ? payBack.toString() : '',
      terms: disposal.terms,
    };
    const kind = approved ? PROPERTY_DISPOSAL : `${PROPERTY_DISPOSAL}-refusal`;
    const inserts: Inserts =
      approved && disposal.working ? { 納付額の内訳: { kind: 'working', working: disposal.working } } : {};
    const form = letterOf(document, approved ? 'disposal' : 'disposalRefusal');
    const worded = await this.templates.render(tx, form, words, inserts);
    const about = { subjectKind: PROPERTY_DISPOSAL, subjectId: disposal.id, organizationId };
    return { letter: { ...worded, kind, formLabel, numbered: true, ...frame, ...about }, ...delivery };
  }
}
