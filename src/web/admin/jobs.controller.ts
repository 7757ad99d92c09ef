import { Body, Controller, Get, Post } from '@nestjs/common';
import { IsString, IsUUID } from 'class-validator';
import { RebuildPublicRecord } from '../../disclosure/index.js';
import { hasDuty } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { FileStore } from '../../platform/files/index.js';
import { OutboxStore, RestartDelivery } from '../../platform/outbox/index.js';
import {
  attempt,
  Desk,
  page,
  readForm,
  redirect,
  Viewer,
  type PageResult,
  type RedirectResult,
} from '../shared/index.js';
import { JobsPage } from './jobs.page.js';

class RestartDto {
  @IsUUID()
  eventId = '';

  @IsString()
  handler = '';
}

/** 裏方の仕事: what the worker could not finish, with the way to start it again. */
@Controller(':town/admin/jobs')
@Desk('admin')
export class JobsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: OutboxStore,
    private readonly restartDelivery: RestartDelivery,
    private readonly files: FileStore,
    private readonly publicRecord: RebuildPublicRecord,
  ) {}

  @Get()
  async list(@Viewer() viewer: Viewer): Promise<PageResult> {
    return page(viewer, await this.content(viewer));
  }

  @Post('restart')
  async restart(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => this.restartDelivery.execute(viewer.actor, readForm(RestartDto, body)));
    if (outcome.ok)
      return redirect(viewer.url('admin/jobs'), { notice: 'もう一度始めました。終わるまで少しお待ちください。' });
    return page(viewer, { ...(await this.content(viewer)), errors: outcome.error }, 409);
  }

  @Post('public-record')
  async buildAnew(@Viewer() viewer: Viewer): Promise<RedirectResult> {
    await this.publicRecord.ask(viewer.actor);
    return redirect(viewer.url('admin/jobs'), {
      notice: '公表の記録の作り直しを始めました。終わるまで少しお待ちください。',
    });
  }

  private async content(viewer: Viewer): Promise<Parameters<typeof page>[1]> {
    const { failed, scans, publicChangedAt } = await this.unitOfWork.read(viewer.actor, async (tx) => ({
      failed: await this.outbox.failed(tx),
      scans: await this.files.waitingScans(tx),
      publicChangedAt: await this.publicRecord.changedAt(tx),
    }));
    const mayRestart = hasDuty(viewer.actor, 'administer');
    return { title: '裏方の仕事', wide: true, body: JobsPage({ viewer, failed, scans, mayRestart, publicChangedAt }) };
  }
}
