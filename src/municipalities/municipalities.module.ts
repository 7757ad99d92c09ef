import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MunicipalityRow } from './store/municipality-row.js';
import { Municipalities } from './store/municipalities.store.js';
import { SectionRow } from './store/section-row.js';

@Module({
  imports: [TypeOrmModule.forFeature([MunicipalityRow, SectionRow])],
  providers: [Municipalities],
  exports: [Municipalities],
})
export class MunicipalitiesModule {}
