// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/content_text.h"

#include <QStringList>

#include "backend/domain/content_fields.h"
#include "models/field_text.h"
#include "models/field_words.h"

namespace milepost {

QString contentText(const CanonicalOrder& order)
{
    QStringList lines;
    const std::vector<ContentField> fields = contentFields(order);
    for (const ContentField& field : fields) {
        const std::string value = field.read(order);
        if (value.empty()) continue;
        lines << FieldWords::path(field.path) + QStringLiteral(" = ") + FieldText::shown(field.path, value);
    }
    return lines.join(u'\n');
}

} // namespace milepost
