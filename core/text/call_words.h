#pragma once

#include <QString>

namespace core {

/// Whether what is told of a telephone call says that it reached nobody, and nothing of a talk: "No
/// answer, will try again at 1", "phone switched off", "wrong number", "no_answer". Not "No answer
/// at first, then spoke to Jo", nor what says nothing of either. S3-iii, REC-2.2
bool saysNobodyReached(const QString& result);

}
