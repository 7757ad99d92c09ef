import { Global, Module } from '@nestjs/common';
import { FloodGate } from './flood-gate.js';

@Global()
@Module({ providers: [FloodGate], exports: [FloodGate] })
export class FloodModule {}
