import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ToldRecords,
  type Acknowledgement,
  type PresentedRecord,
  type ToldRecord,
} from '../../acknowledgements/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { dayInJapan, formatEra } from '../../kernel/local-date.js';
import { nextState } from '../../kernel/machine.js';
import { formatYen } from '../../kernel/yen.js';
import { GrantDirectory } from '../../grants/index.js';
import type { Transaction } from '../../platform/database/index.js';
import {
  REPORT_KINDS,
  REPORT_PLACES,
  REPORT_TITLES,
  reportMachine,
  TOLD_AS,
  type GrantReport,
  type ReportKind,
} from '../domain/grant-report.js';
import { GrantPaperStore } from '../store/grant-paper.store.js';
import { GrantReportStore } from '../store/grant-report.store.js';
import { ToldLetter } from './told-letter.js';

/** 状況報告 and 事故報告: the town's answer says that they were read, or what is to be done now. */
@Injectable()
export class ReportRecords implements OnModuleInit {
  constructor(
    private readonly records: ToldRecords,
    private readonly store: GrantReportStore,
    private readonly papers: GrantPaperStore,
    private readonly grants: GrantDirectory,
    private readonly letter: ToldLetter,
  ) {}

  onModuleInit(): void {
    for (const kind of REPORT_KINDS) this.records.register(this.recordOf(kind));
  }

  private recordOf(kind: ReportKind): ToldRecord {
    return {
      kind: TOLD_AS[kind],
      lock: (tx, ids) => this.store.lockAll(tx, ids),
      present: (tx, id) => this.present(tx, kind, id),
      drafted: (tx, id) => this.move(tx, id, 'draft'),
      approved: (tx, id) => this.approved(tx, id),
      released: (tx, id) => this.move(tx, id, 'release'),
      compose: (tx, acknowledgement) => this.compose(tx, acknowledgement),
    };
  }

  private async present(tx: Transaction, kind: ReportKind, id: string): Promise<PresentedRecord> {
    const report = await this.store.find(tx, id);
    if (report.kind !== kind) throw DomainError.notFound();
    const grant = await this.grants.get(tx, report.grantId);
    const papers = await this.papers.of(tx, id);
    return {
      title: `${grant.organizationName}　${grant.programName}　${REPORT_TITLES[kind]}`,
      ...{ organizationId: report.organizationId, organizationName: grant.organizationName, version: report.version },
      waits: report.state === 'sent',
      basis: grant.document.legalBasis.title,
      facts: [
        ...factsOf(report),
        ...(papers.length === 0 ? [] : [{ label: '添えた書類', value: papers.map(({ name }) => name).join('、') }]),
      ],
      earlier: [
        { label: `交付決定　${grant.letterNumber ?? ''}`, href: `staff/letters/${grant.letterId ?? ''}` },
        { label: REPORT_TITLES[kind], href: `staff/changes/reports/${id}` },
      ],
      toldBy: { staffId: null, name: report.sentBy ?? '' },
    };
  }

  private async approved(tx: Transaction, id: string): Promise<void> {
    const report = await this.store.lock(tx, id);
    const state = nextState(reportMachine, 'grant-changes.report-state', report.state, 'read');
    await this.store.change(tx, report, { state, readAt: tx.now, readBy: tx.actor.name });
    const { organizationId } = report;
    tx.audit({ action: 'grant-report.read', subjectKind: 'grant-report', subjectId: id, organizationId });
  }

  private async move(tx: Transaction, id: string, action: 'draft' | 'release'): Promise<void> {
    const report = await this.store.lock(tx, id);
    const state = nextState(reportMachine, 'grant-changes.report-state', report.state, action);
    if (state !== report.state) await this.store.change(tx, report, { state });
  }

  private async compose(tx: Transaction, acknowledgement: Acknowledgement) {
    const { grantId, sentAt, asOf } = await this.store.find(tx, acknowledgement.recordId);
    const toldOn = sentAt && dayInJapan(sentAt);
    return this.letter.compose(tx, grantId, acknowledgement, { toldOn, receivedNumber: '', asOf });
  }
}

const factsOf = ({ kind, asOf, happening, outlook, spentAmount, sentAt, sentBy, dueOn, request }: GrantReport) => [
  { label: '提出', value: `${sentAt ? formatEra(dayInJapan(sentAt)) : ''}　${sentBy ?? ''}` },
  ...(dueOn === null ? [] : [{ label: '提出の期限', value: formatEra(dueOn) }]),
  ...(request === '' ? [] : [{ label: '担当課からの依頼', value: request }]),
  { label: REPORT_PLACES[kind].asOf, value: asOf ? formatEra(asOf) : '' },
  { label: REPORT_PLACES[kind].happening, value: happening },
  ...(outlook === '' ? [] : [{ label: REPORT_PLACES[kind].outlook, value: outlook }]),
  ...(spentAmount === null ? [] : [{ label: 'これまでに使った額', value: formatYen(spentAmount) }]),
];
