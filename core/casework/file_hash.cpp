#include "core/casework/file_hash.h"

#include <algorithm>

namespace core {

bool isFileHash(const QString& text)
{
    constexpr qsizetype digits = 64;
    return text.size() == digits && std::all_of(text.begin(), text.end(), [](QChar each) {
        return (each >= u'0' && each <= u'9') || (each >= u'a' && each <= u'f');
    });
}

}
