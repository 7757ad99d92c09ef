import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { IdentityModule } from '../../identity/identity.module.js';
import { MunicipalitiesModule } from '../../municipalities/municipalities.module.js';
import { DeskGuard } from './desk.guard.js';
import { ErrorFilter } from './error-filter.js';
import { PageInterceptor } from './page.interceptor.js';
import { SiteAssets } from './site-assets.js';
import { ViewerResolver } from './viewer-resolver.js';

/** The web process imports this once: guard, page rendering and the error filter then hold for every controller. */
@Global()
@Module({
  imports: [MunicipalitiesModule, IdentityModule],
  providers: [
    SiteAssets,
    ViewerResolver,
    { provide: APP_GUARD, useClass: DeskGuard },
    { provide: APP_INTERCEPTOR, useClass: PageInterceptor },
    { provide: APP_FILTER, useClass: ErrorFilter },
  ],
  exports: [SiteAssets, ViewerResolver],
})
export class WebSharedModule {}
