// Jest loads environments and transforms as plain JavaScript.
const { TestEnvironment } = require('jest-environment-node');

/**
 * Shares the constructs' own libraries among the test files of a worker: evaluated anew for each file, as Jest does, they
 * take more time than all tests together. They hold no state but counters of tokens. The transform below puts
 * them in the place of their files.
 */
module.exports = class SharedModules extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    // Notes where each token was made, to any depth: nothing here reads that, and it costs more than all the rest.
    require('cdktf/lib/tokens/private/stack-trace').captureStackTrace = () => [];
    this.global.sharedModule = (path) => require(path);
  }
};

module.exports.default = module.exports;

module.exports.process = (_, path) => ({ code: `module.exports = sharedModule(${JSON.stringify(path)});` });
module.exports.getCacheKey = (_, path) => `shared ${path}`;
