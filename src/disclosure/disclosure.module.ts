import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { GrantsModule } from '../grants/grants.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PaymentsModule } from '../payments/payments.module.js';
import { PublicGrantRow } from './store/public-grant-row.js';
import { PublicGrantStore } from './store/public-grant.store.js';
import { PublishGrants } from './use-cases/publish-grants.js';
import { ViewPublicGrants } from './use-cases/view-public-grants.use-case.js';

@Module({
  imports: [TypeOrmModule.forFeature([PublicGrantRow]), OrganizationsModule, GrantsModule, PaymentsModule],
  providers: [PublicGrantStore, PublishGrants, ViewPublicGrants],
  exports: [PublishGrants, ViewPublicGrants],
})
export class DisclosureModule {}
