using System.Globalization;
using System.Text;
using System.Xml;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Reporting.JUnit;

/// <summary>Text as XML 1.0 can hold it: characters that it cannot, such as a NUL in a name, are shown as escapes, and without secrets.</summary>
internal static class XmlText
{
    public static string Of(string text)
    {
        text = Redaction.MaskSecrets(text);
        if (text.All(character => XmlConvert.IsXmlChar(character)))
        {
            return text;
        }

        var legal = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                legal.Append(text[i]).Append(text[++i]);
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                legal.Append(text[i]);
            }
            else
            {
                legal.Append("\\u").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        return legal.ToString();
    }
}
