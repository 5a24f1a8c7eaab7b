import type { SolidityHooks } from "hardhat/types/hooks";
import type { HardhatPlugin } from "hardhat/types/plugins";
import type { CompilerOutputError } from "hardhat/types/solidity";

/** Measuring coverage makes contracts larger; only then is their size no concern. */
const SIZE_WARNINGS = ["5574", "3860"];
/** Transient storage, and names that will be keywords. */
const LIBRARY_WARNINGS = ["2394", "6335"];

/**
 * Makes every warning of the Solidity compiler an error, so that a build with a warning writes no artifacts.
 *
 * This happens in `invokeSolc` although Hardhat prefers `getCompilationJobErrors`: that hook runs after the
 * artifacts are written and cached, so a second build would pass.
 */
const invokeSolc: NonNullable<SolidityHooks["invokeSolc"]> = async (
  context,
  compiler,
  input,
  config,
  next,
) => {
  const output = await next(context, compiler, input, config);
  const tolerated = context.globalOptions.coverage ? SIZE_WARNINGS : [];
  const problems = (output.errors ?? []).filter((problem) => !isLibrarys(problem));
  for (const problem of problems) {
    if (problem.severity === "warning" && !tolerated.includes(problem.errorCode ?? "")) {
      raise(problem);
    }
  }
  return { ...output, errors: problems };
};

/**
 * What the compiler says of OpenZeppelin's own lines is theirs to mend: its re-entrancy guard uses transient storage in
 * the one way that the warning itself calls safe, and benchmarks use contracts with names that will be keywords.
 */
function isLibrarys(problem: CompilerOutputError): boolean {
  const isInLibrary = problem.formattedMessage?.includes("@openzeppelin/contracts") ?? false;
  return isInLibrary && LIBRARY_WARNINGS.includes(problem.errorCode ?? "");
}

function raise(problem: CompilerOutputError): void {
  problem.type = "Error";
  problem.severity = "error";
  problem.formattedMessage =
    problem.formattedMessage?.replace(/^Warning/, "Error (warning)") ?? problem.message;
}

export const warningsAreErrors: HardhatPlugin = {
  id: "consentric-warnings-are-errors",
  hookHandlers: {
    solidity: async () => ({ default: async () => ({ invokeSolc }) }),
  },
};
