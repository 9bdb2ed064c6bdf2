#!/usr/bin/env bash
# Runs one check and hands its result to the workflow: annotations, the job's summary, outputs. Ends with the tool's own
# exit code, so that what could not be checked fails the job like what was found.
set -uo pipefail

reports=$(mktemp -d "${RUNNER_TEMP:?is set by the runner}/migrate-both.XXXXXX")
report=$reports/report.json
sarif=$reports/report.sarif

# xargs knows quotes and expands nothing.
mapfile -t arguments < <(xargs -n 1 printf '%s\n' <<<"${INPUT_ARGS:-}")
if [ -z "${INPUT_ARGS//[[:space:]]/}" ]; then arguments=(); fi
wanted=(--report "json=$report" --report "sarif=$sarif")
if [ "${INPUT_SUMMARY:-true}" = true ]; then wanted+=(--report "markdown=$GITHUB_STEP_SUMMARY"); fi
if [ "${INPUT_ANNOTATIONS:-true}" = true ]; then wanted+=(--report github=-); fi

# What belongs to the application comes after "--", and the reports before it.
own=()
while [ ${#arguments[@]} -gt 0 ] && [ "${arguments[0]}" != -- ]; do
  own+=("${arguments[0]}")
  arguments=("${arguments[@]:1}")
done

status=0
"$TOOL" "${INPUT_COMMAND:-verify}" "${own[@]}" "${wanted[@]}" "${arguments[@]}" || status=$?

outcome=incomplete
errors=
warnings=
if [ -s "$report" ]; then
  outcome=$(jq -r .outcome "$report")
  errors=$(jq -r '.summary.error // empty' "$report")
  warnings=$(jq -r '.summary.warning // empty' "$report")
else
  report=
fi
if [ ! -s "$sarif" ]; then sarif=; fi

{
  echo "outcome=$outcome"
  echo "exit-code=$status"
  echo "errors=$errors"
  echo "warnings=$warnings"
  echo "report=$report"
  echo "sarif=$sarif"
} >>"$GITHUB_OUTPUT"
exit "$status"
