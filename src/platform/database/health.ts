import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Whether the database answers now: for the machine that watches this process. */
@Injectable()
export class DatabaseHealth {
  constructor(private readonly dataSource: DataSource) {}

  async answers(): Promise<boolean> {
    return this.dataSource.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }
}
