import { Body, Controller, Get, Post } from '@nestjs/common';
import { IsObject, IsUUID, isUUID } from 'class-validator';
import { AdoptedProposals } from '../../../applications/index.js';
import { hasDuty } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { OrganizationDirectory } from '../../../organizations/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import {
  attempt,
  Desk,
  page,
  readForm,
  redirect,
  Viewer,
  type PageResult,
  type RedirectResult,
} from '../../shared/index.js';
import { ModelProjectsPage } from './model-projects.page.js';

class CarrierDto {
  @IsUUID(undefined, { message: 'common.request-malformed' })
  proposalId!: string;

  /** By proposal, as several forms stand on the page. */
  @IsObject({ message: 'common.request-malformed' })
  organizations: Record<string, unknown> = {};
}

/** モデル事業: adopted proposals on their way to an application. */
@Controller(':town/staff/model-projects')
@Desk('staff')
export class ModelProjectsController {
  constructor(
    private readonly adopted: AdoptedProposals,
    private readonly organizations: OrganizationDirectory,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get()
  show(@Viewer() viewer: Viewer): Promise<PageResult> {
    return this.list(viewer);
  }

  @Post()
  async choose(@Viewer() viewer: Viewer, @Body() body: unknown): Promise<PageResult | RedirectResult> {
    const outcome = await attempt(() => {
      const { proposalId, organizations } = readForm(CarrierDto, body);
      const organizationId = organizations[proposalId];
      if (typeof organizationId !== 'string' || !isUUID(organizationId)) {
        const pointer = `organizations[${proposalId}]`;
        throw DomainError.invalid([{ pointer, code: 'applications.carrier-missing' }]);
      }
      return this.adopted.choose(viewer.actor, proposalId, organizationId);
    });
    if (!outcome.ok) return this.list(viewer, outcome.error);
    return redirect(viewer.url('staff/model-projects'), {
      notice: '団体を決めました。団体のホームに、申請の案内が出ています。',
    });
  }

  private async list(viewer: Viewer, error?: DomainError): Promise<PageResult> {
    const projects = await this.adopted.desk(viewer.actor);
    const all = await this.unitOfWork.read(viewer.actor, (tx) => this.organizations.list(tx));
    return page(
      viewer,
      {
        title: 'モデル事業',
        lead: '採択された企画提案を、どの団体が行い、申請がどこまで進んだかの一覧です。',
        wide: true,
        breadcrumb: [{ label: '検証', href: viewer.url('staff/verifications') }, { label: 'モデル事業' }],
        ...(error && { errors: error }),
        body: ModelProjectsPage({
          ...{ viewer, projects, mayAct: hasDuty(viewer.actor, 'promotion') },
          organizations: all.filter(({ state }) => state === 'registered'),
        }),
      },
      error && (error.kind === 'invalid' ? 422 : 409),
    );
  }
}
