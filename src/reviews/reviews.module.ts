import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from '../applications/applications.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PanelsModule } from '../panels/panels.module.js';
import { ProgramsModule } from '../programs/programs.module.js';
import { InquiryStore } from './store/inquiry.store.js';
import { PledgeInquiryRow } from './store/pledge-inquiry-row.js';
import { PriorStartDecisionRow } from './store/prior-start-decision-row.js';
import { PriorStartStore } from './store/prior-start.store.js';
import { ReviewOutcomeRow } from './store/review-outcome-row.js';
import { ReviewRow } from './store/review-row.js';
import { ReviewStore } from './store/review.store.js';
import { Assessments } from './use-cases/assessments.js';
import { DownloadInquiryList } from './use-cases/download-inquiry-list.use-case.js';
import { Inquiries } from './use-cases/inquiries.js';
import { KeepReview } from './use-cases/keep-review.js';
import { PassApplication } from './use-cases/pass-application.use-case.js';
import { PriorStarts } from './use-cases/prior-starts.js';
import { ReturnApplication } from './use-cases/return-application.use-case.js';
import { Reviews } from './use-cases/reviews.js';
import { SameCosts } from './use-cases/same-costs.js';
import { SaveReview } from './use-cases/save-review.use-case.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ReviewRow, ReviewOutcomeRow, PledgeInquiryRow, PriorStartDecisionRow]),
    StaffModule,
    MunicipalitiesModule,
    ApplicationsModule,
    CasesModule,
    PanelsModule,
    OrganizationsModule,
    ProgramsModule,
  ],
  providers: [
    ReviewStore,
    InquiryStore,
    PriorStartStore,
    Assessments,
    Reviews,
    KeepReview,
    SaveReview,
    ReturnApplication,
    PassApplication,
    Inquiries,
    DownloadInquiryList,
    PriorStarts,
    SameCosts,
  ],
  exports: [Reviews, SaveReview, ReturnApplication, PassApplication, Inquiries, DownloadInquiryList, PriorStarts],
})
export class ReviewsModule {}
