import { Body, Get, Post } from '@nestjs/common';
import type { LineMoves, LineMoveRow, NamedMove } from '../../../closing/index.js';
import type { DomainError } from '../../../kernel/domain-error.js';
import {
  attempt,
  Id,
  page,
  readForm,
  redirect,
  Viewer,
  type PageResult,
  type RedirectResult,
} from '../../shared/index.js';
import { LineMoveAnswerDto } from './line-move-answer.dto.js';
import { LineMovePage, LineMovesPage, type LineMoveWords } from './line-moves.page.js';

type Answered = Promise<PageResult | RedirectResult>;

/** The treasury confirms what the sections ask for; each kind of move says where its pages stand and in which words. */
export abstract class LineMovesController<Row extends LineMoveRow> {
  protected abstract readonly moves: LineMoves<Row>;
  protected abstract readonly words: LineMoveWords<NamedMove<Row>>;

  @Get()
  async list(@Viewer() viewer: Viewer): Answered {
    const desk = await this.moves.desk(viewer.actor);
    const { words } = this;
    return page(viewer, {
      ...{ title: words.title, lead: words.lead, wide: true },
      body: LineMovesPage({ viewer, words, ...desk }),
    });
  }

  @Get(':moveId')
  show(@Viewer() viewer: Viewer, @Id('moveId') id: string): Answered {
    return this.page(viewer, id, null);
  }

  @Post(':moveId/confirmation')
  async confirm(@Viewer() viewer: Viewer, @Id('moveId') id: string): Answered {
    const outcome = await attempt(() => this.moves.confirm(viewer.actor, id));
    if (!outcome.ok) return this.page(viewer, id, null, outcome.error);
    return redirect(viewer.url(`${this.words.path}/${id}`), { notice: this.words.confirmed });
  }

  @Post(':moveId/return')
  async sendBack(@Viewer() viewer: Viewer, @Id('moveId') id: string, @Body() body: unknown): Answered {
    const outcome = await attempt(() =>
      this.moves.sendBack(viewer.actor, id, readForm(LineMoveAnswerDto, body).answer),
    );
    if (!outcome.ok) return this.page(viewer, id, body, outcome.error);
    return redirect(viewer.url(`${this.words.path}/${id}`), { notice: '担当課に返しました。' });
  }

  private async page(viewer: Viewer, id: string, body: unknown, error?: DomainError): Promise<PageResult> {
    const { words } = this;
    const move = await this.moves.one(viewer.actor, id);
    const { organizationName } = move.grant;
    return page(viewer, {
      title: `${words.title}　${organizationName}`,
      breadcrumb: [{ label: words.title, href: viewer.url(words.path) }, { label: organizationName }],
      ...(error && { errors: error }),
      body: LineMovePage({ viewer, words, move, body }),
    });
  }
}
