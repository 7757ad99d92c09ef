import { Injectable } from '@nestjs/common';
import { requireDuty, type Actor } from '../../kernel/actor.js';
import { formatEra } from '../../kernel/local-date.js';
import { writeCsv } from '../../platform/csv/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { writeWorkbook } from '../../platform/excel/index.js';
import { SOURCE_LABEL, type PublicComment } from '../domain/public-comment.js';
import { PublicCommentStore } from '../store/public-comment.store.js';
import { ConsultationResult } from './consultation-result.js';

export interface CommentsFile {
  readonly bytes: Buffer;
  readonly fileName: string;
  readonly mediaType: string;
}

interface Row {
  readonly comment: PublicComment;
  readonly group: string;
}

const COLUMNS: readonly { readonly heading: string; readonly width: number; readonly cell: (row: Row) => string }[] = [
  { heading: '番号', width: 8, cell: ({ comment }) => String(comment.number) },
  { heading: '受付日', width: 18, cell: ({ comment }) => formatEra(comment.receivedOn) },
  { heading: '届き方', width: 12, cell: ({ comment }) => SOURCE_LABEL[comment.source] },
  { heading: '案の箇所', width: 24, cell: ({ comment }) => (comment.part === '' ? '全体' : comment.part) },
  { heading: '意見', width: 70, cell: ({ comment }) => comment.body },
  { heading: '公表', width: 12, cell: ({ comment }) => (comment.mayPublish ? 'よい' : 'しないでほしい') },
  { heading: 'まとまり', width: 24, cell: ({ group }) => group },
];

/** The comments of a consultation for the section's own work. Names and addresses stay in the house. */
@Injectable()
export class ExportComments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly result: ConsultationResult,
    private readonly comments: PublicCommentStore,
  ) {}

  async execute(actor: Actor, consultationId: string, kind: 'csv' | 'xlsx'): Promise<CommentsFile> {
    requireDuty(actor, 'promotion');
    const { consultation, groups, comments } = await this.unitOfWork.read(actor, async (tx) => ({
      ...(await this.result.ground(tx, consultationId)),
      comments: await this.comments.of(tx, consultationId),
    }));
    const titles = new Map(groups.map(({ id, title }) => [id, title]));
    const rows = comments.map((comment) => ({ comment, group: titles.get(comment.groupId ?? '') ?? '' }));
    const fileName = `意見_${consultation.title}.${kind}`;
    if (kind === 'csv') {
      const columns = COLUMNS.map(({ heading: header, cell }) => ({ header, cell }));
      return { bytes: writeCsv(columns, rows), fileName, mediaType: 'text/csv; charset=utf-8' };
    }
    const sheet = {
      name: '意見',
      guide: `${consultation.title}　${String(comments.length)}件`,
      columns: COLUMNS.map(({ heading, width }) => ({ heading, width })),
      rows: rows.map((row) => COLUMNS.map(({ cell }) => cell(row))),
    };
    const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return { bytes: await writeWorkbook([sheet]), fileName, mediaType };
  }
}
