#pragma once

#include <QString>

namespace core {

/// Whether what is told of a telephone call says that it reached nobody: "No answer, will try again
/// at 1", "phone switched off", "no_answer", also where somebody else was told of it ("No answer;
/// told Bob"). Not "No answer at first, then spoke to Jo", nor what says nothing of a call that
/// failed. S3-iii, REC-2.2
bool saysNobodyReached(const QString& result);

}
