import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from '../applications/applications.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { ReviewOutcomeRow } from './store/review-outcome-row.js';
import { ReviewRow } from './store/review-row.js';
import { ReviewStore } from './store/review.store.js';
import { KeepReview } from './use-cases/keep-review.js';
import { PassApplication } from './use-cases/pass-application.use-case.js';
import { ReturnApplication } from './use-cases/return-application.use-case.js';
import { Reviews } from './use-cases/reviews.js';
import { SaveReview } from './use-cases/save-review.use-case.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ReviewRow, ReviewOutcomeRow]),
    ApplicationsModule,
    CasesModule,
    OrganizationsModule,
  ],
  providers: [ReviewStore, Reviews, KeepReview, SaveReview, ReturnApplication, PassApplication],
  exports: [Reviews, SaveReview, ReturnApplication, PassApplication],
})
export class ReviewsModule {}
