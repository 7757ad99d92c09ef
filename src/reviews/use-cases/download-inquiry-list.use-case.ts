import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { formatEra } from '../../kernel/local-date.js';
import { OrganizationDirectory } from '../../organizations/index.js';
import { writeCsv } from '../../platform/csv/index.js';
import { UnitOfWork, type Transaction } from '../../platform/database/index.js';
import { writeWorkbook } from '../../platform/excel/index.js';
import { readAccessReason } from '../domain/inquiry.js';
import { Inquiries } from './inquiries.js';

export interface DownloadInquiryListCommand {
  readonly versionId: string;
  readonly format: 'excel' | 'csv';
  readonly reason: string;
}

export interface InquiryList {
  readonly bytes: Buffer;
  readonly fileName: string;
  readonly mediaType: string;
}

type Row = readonly string[];

/** What the register does not hold stands blank: the police ask for it, and the organisation is asked once, on paper. */
const COLUMNS = [
  { heading: '団体名', width: 36 },
  { heading: '役職', width: 14 },
  { heading: '氏名', width: 18 },
  { heading: 'フリガナ', width: 18 },
  { heading: '生年月日', width: 14 },
  { heading: '性別', width: 8 },
  { heading: '住所', width: 40 },
  { heading: '任期', width: 34 },
] as const;

/**
 * 照会名簿: the officers of every organisation that pledged, for a stated reason. Each taking out stands in the audit trail
 * with its reason and numbers, and without a name. Fault at `reason`.
 */
@Injectable()
export class DownloadInquiryList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inquiries: Inquiries,
    private readonly organizations: OrganizationDirectory,
  ) {}

  async execute(actor: Actor, { versionId, format, reason: typed }: DownloadInquiryListCommand): Promise<InquiryList> {
    requireDuty(actor, 'inquiry');
    const reason = readAccessReason(typed);
    const { rows, name } = await this.unitOfWork.run(actor, async (tx) => {
      const { version, applications } = await this.inquiries.pageOf(tx, versionId);
      const organizationIds = new Set(
        applications.filter(({ pledged }) => pledged).map(({ organizationId }) => organizationId),
      );
      if (organizationIds.size === 0) throw new DomainError('reviews.nobody-to-inquire', 'conflict');
      const listed: Row[] = [];
      for (const id of organizationIds) listed.push(...(await this.officersOf(tx, id)));
      const detail = { reason, format, count: organizationIds.size, officers: listed.length };
      tx.audit({ action: 'inquiry-list.downloaded', subjectKind: 'program-version', subjectId: versionId, detail });
      return { rows: listed, name: `照会名簿_${version.document.name.replace(/\s+/g, '')}` };
    });
    return format === 'csv' ? csvOf(rows, name) : excelOf(rows, name);
  }

  private async officersOf(tx: Transaction, organizationId: string): Promise<Row[]> {
    const { name } = await this.organizations.get(tx, organizationId);
    const officers = await this.organizations.officersOf(tx, organizationId);
    return officers.map(({ role, name: person, termFrom, termUntil }) => [
      ...[name, role, person, '', '', '', ''],
      termFrom && termUntil ? `${formatEra(termFrom)}～${formatEra(termUntil)}` : '',
    ]);
  }
}

const csvOf = (rows: readonly Row[], name: string): InquiryList => ({
  bytes: writeCsv(
    COLUMNS.map(({ heading }, column) => ({ header: heading, cell: (row: Row) => row[column] ?? '' })),
    rows,
  ),
  fileName: `${name}.csv`,
  mediaType: 'text/csv; charset=utf-8',
});

const excelOf = async (rows: readonly Row[], name: string): Promise<InquiryList> => ({
  bytes: await writeWorkbook([{ name: '照会名簿', columns: COLUMNS, rows }]),
  fileName: `${name}.xlsx`,
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});
