import { Module, type Type } from '@nestjs/common';
import { STAGES } from '../stages.js';
import { HealthController } from './health.controller.js';
import { HomeController } from './public/home.controller.js';
import { ApprovalsController } from './staff/approvals.controller.js';
import { BudgetController } from './staff/budget.controller.js';
import { DraftsController } from './staff/drafts.controller.js';
import { WebSharedModule } from './shared/web-shared.module.js';

/** Every page of every desk. A fixed path stands before one with a parameter: the first match answers. */
const CONTROLLERS: readonly Type[] = [HealthController, HomeController, ApprovalsController, DraftsController, BudgetController];

@Module({ imports: [...STAGES, WebSharedModule], controllers: [...CONTROLLERS] })
export class WebModule {}
